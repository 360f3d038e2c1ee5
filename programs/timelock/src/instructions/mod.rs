pub mod intake_open;

pub use intake_open::*;
