//! Where a manifest may be published.
//!
//! Everybody fetches it, so an address in somebody's private network would turn readers into a tool against
//! their own network. Names that resolve to private addresses are not seen here: a program has no DNS, and
//! whoever connects checks again.

use agent_labs_common::registry::MAX_URI;

use crate::error::RegistryError;

/// Domains that never name a public host (RFC 6761, 6762, 8375; ICANN's reservation of `internal`).
const PRIVATE_DOMAINS: [&str; 4] = ["localhost", "local", "internal", "home.arpa"];

/// Checks a manifest address. `allow_private` is the config's flag for local clusters: it also admits
/// `http://`, and any host.
pub fn check(uri: &str, allow_private: bool) -> Result<(), RegistryError> {
    if !(1..=MAX_URI).contains(&uri.len()) || !is_rfc3986(uri.as_bytes()) {
        return Err(RegistryError::UriInvalid);
    }
    if let Some(rest) = uri.strip_prefix("https://") {
        return check_host(rest, allow_private);
    }
    if let Some(rest) = uri.strip_prefix("ipfs://").or(uri.strip_prefix("ar://")) {
        return require(is_content_id(segment(rest)), RegistryError::UriInvalid);
    }
    match uri.strip_prefix("http://") {
        Some(rest) if allow_private => check_host(rest, allow_private),
        _ => Err(RegistryError::UriSchemeRefused),
    }
}

fn require(holds: bool, error: RegistryError) -> Result<(), RegistryError> {
    if holds {
        Ok(())
    } else {
        Err(error)
    }
}

/// Unreserved and reserved characters, and complete percent escapes. No space, quote, bracket of markup or
/// backslash (which browsers read as a slash).
fn is_rfc3986(uri: &[u8]) -> bool {
    uri.iter().enumerate().all(|(at, byte)| match byte {
        b'%' => matches!(uri.get(at + 1..at + 3), Some(hex) if hex.iter().all(u8::is_ascii_hexdigit)),
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => true,
        b'-' | b'.' | b'_' | b'~' => true,
        b':' | b'/' | b'?' | b'#' | b'[' | b']' | b'@' => true,
        b'!' | b'$' | b'&' | b'\'' | b'(' | b')' | b'*' | b'+' | b',' | b';' | b'=' => true,
        _ => false,
    })
}

/// What stands before the first `/`, `?` or `#`.
fn segment(rest: &str) -> &str {
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

fn is_content_id(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
}

fn check_host(rest: &str, allow_private: bool) -> Result<(), RegistryError> {
    let authority = segment(rest);
    require(!authority.is_empty(), RegistryError::UriHostRefused)?;
    if allow_private {
        return Ok(());
    }
    let (host, port) = match authority.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (authority, None),
    };
    require(port.is_none_or(is_port) && is_public_name(host), RegistryError::UriHostRefused)
}

fn is_port(port: &str) -> bool {
    port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0)
}

/// A DNS name of two labels or more whose last begins with a letter: every spelling of an IPv4 address ends
/// in a number, decimal, octal or hexadecimal, and an IPv6 address or user information needs a character
/// that no label has.
fn is_public_name(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    let labels_hold = host.split('.').all(is_label) && host.split('.').count() >= 2;
    let top_is_letter = host
        .rsplit('.')
        .next()
        .and_then(|top| top.bytes().next())
        .is_some_and(|byte| byte.is_ascii_lowercase());
    let is_private = PRIVATE_DOMAINS
        .iter()
        .any(|domain| host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.')));
    labels_hold && top_is_letter && !is_private
}

fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use RegistryError::{UriHostRefused, UriInvalid, UriSchemeRefused};

    fn all(uris: &[&str], allow_private: bool, expected: Result<(), RegistryError>) {
        for uri in uris {
            assert_eq!(check(uri, allow_private), expected, "{uri:?}");
        }
    }

    #[test]
    fn public_addresses_pass() {
        let longest = format!("https://a.example/{}", "x".repeat(182));
        assert_eq!(longest.len(), MAX_URI);
        all(
            &[
                "https://example.com",
                "https://example.com/",
                "https://example.com:8443/m.json",
                "https://a.b-c.d1.example/x?y=z&w=%20#f",
                "https://EXAMPLE.com/m",
                "https://xn--bcher-kva.example/m",
                "https://1password.com/m",
                "https://10.0.0.1.example.com/m",
                "https://localhost.example.com/m",
                "https://not-local.example-internal.org/m",
                "https://thelocal.notlocal/m",
                "https://example.com?x",
                "https://example.com#x",
                "ipfs://bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi",
                "ipfs://QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWKrAbc/manifest.json",
                "ar://bNbA3TEQVL60xlgCcqdz4ZPHFZ711cZ3hmkpGttDt_U",
                &longest,
            ],
            false,
            Ok(()),
        );
    }

    #[test]
    fn malformed_addresses_are_refused() {
        let long = format!("https://a.example/{}", "x".repeat(183));
        all(
            &[
                "",
                &long,
                "https://example.com/a b",
                "https://example.com/\n",
                "https://example.com/\0",
                "https://example.com/é",
                "https://еxample.com/",
                "https://example.com/\u{202e}",
                "https://example.com\\@10.0.0.1/",
                "https://example.com/<script>",
                "https://example.com/\"x",
                "https://example.com/%",
                "https://example.com/%2",
                "https://example.com/%zz",
                "ipfs://",
                "ipfs:///x",
                "ar://",
                "ar://?x",
                "ipfs://a@b",
            ],
            false,
            Err(UriInvalid),
        );
    }

    #[test]
    fn other_schemes_are_refused() {
        let schemes = [
            "javascript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "ftp://example.com/",
            "HTTPS://example.com/",
            "https:example.com",
            "https:/example.com",
            "//example.com/",
            "example.com/m.json",
            "ws://example.com",
            "gopher://example.com",
        ];
        all(&schemes, false, Err(UriSchemeRefused));
        all(&schemes, true, Err(UriSchemeRefused));
        all(&["http://example.com/"], false, Err(UriSchemeRefused));
    }

    const PRIVATE: [&str; 44] = [
        "https://127.0.0.1/",
        "https://127.1/",
        "https://10.0.0.1:80/",
        "https://169.254.169.254/latest/meta-data",
        "https://192.168.0.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0x7f.0.0.1/",
        "https://127.0.0.0x1/",
        "https://127.0.0.0X1/",
        "https://a.0x/",
        "https://0177.0.0.1/",
        "https://127.0.0.1./",
        "https://example.com./",
        "https://1.1.1.1/",
        "https://%31%30.0.0.1/",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://::1/",
        "https://localhost/",
        "https://LOCALHOST/",
        "https://localhost:3000/",
        "https://a.localhost/",
        "https://a.LocalHost/",
        "https://printer.local/",
        "https://metadata.google.internal/",
        "https://router.home.arpa/",
        "https://home.arpa/",
        "https://intranet/",
        "https://user@example.com/",
        "https://user:pw@example.com/",
        "https://example.com@10.0.0.1/",
        "https://example.com:0/",
        "https://example.com:/",
        "https://example.com:65536/",
        "https://example.com:+80/",
        "https://example.com:80:80/",
        "https://-a.example.com/",
        "https://a-.example.com/",
        "https://a..example.com/",
        "https://.example.com/",
        "https://a_b.example.com/",
        "https://example.123/",
        "https://ex'ample.com/",
    ];

    #[test]
    fn private_hosts_are_refused() {
        all(&PRIVATE, false, Err(UriHostRefused));
        let label = format!("https://{}.example/", "a".repeat(64));
        all(&[&label, "https://", "https:///x", "https://?x"], false, Err(UriHostRefused));
    }

    #[test]
    fn the_flag_lifts_the_rules_of_hosts() {
        all(&PRIVATE, true, Ok(()));
        all(&["http://localhost:8080/m.json", "http://127.0.0.1/"], true, Ok(()));
        all(&["http://", "https:///x"], true, Err(UriHostRefused));
        all(&["http://localhost/a b", ""], true, Err(UriInvalid));
    }
}
