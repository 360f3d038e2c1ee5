pub mod approval;
pub mod audit_log;
pub mod grant;

pub use approval::*;
pub use audit_log::*;
pub use grant::*;
