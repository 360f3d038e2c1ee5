pub mod channel;
pub mod claim;
pub mod hold;
pub mod mandate;

pub use channel::*;
pub use hold::*;
pub use mandate::*;
