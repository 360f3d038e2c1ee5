pub mod channel;
pub mod mandate;

pub use channel::*;
pub use mandate::*;
