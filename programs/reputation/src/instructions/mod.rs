pub mod pair_close;
pub mod rate;
pub mod receipt_mint;
pub mod respond;
pub mod response_close;
pub mod score_close;
pub mod score_sync;
pub mod tree_register;

pub use pair_close::*;
pub use rate::*;
pub use receipt_mint::*;
pub use respond::*;
pub use response_close::*;
pub use score_close::*;
pub use score_sync::*;
pub use tree_register::*;
