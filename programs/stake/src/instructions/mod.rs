pub mod position_close;
pub mod stake;
pub mod tranche_release;
pub mod unstake;
pub mod vault_close;
pub mod vault_open;
pub mod withdraw;

pub use position_close::*;
pub use stake::*;
pub use tranche_release::*;
pub use unstake::*;
pub use vault_close::*;
pub use vault_open::*;
pub use withdraw::*;
