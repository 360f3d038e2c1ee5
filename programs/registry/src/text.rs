//! What handles, tags and semantic versions may be. ASCII only, so that no two look alike by homoglyphs or
//! hidden characters.

use agent_labs_common::registry::{MAX_HANDLE, MAX_SEMVER, MAX_TAG, MAX_TAGS, MIN_HANDLE};

use crate::error::RegistryError;

/// `min` to `max` of a-z, 0-9 and single hyphens, alphanumeric at both ends.
fn is_slug(text: &[u8], min: usize, max: usize) -> bool {
    (min..=max).contains(&text.len())
        && text.iter().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
        && text.first() != Some(&b'-')
        && text.last() != Some(&b'-')
        && !text.windows(2).any(|pair| pair == b"--")
}

pub fn is_handle(handle: &[u8]) -> bool {
    is_slug(handle, MIN_HANDLE, MAX_HANDLE)
}

/// Checks tags and lays them out as an agent stores them.
pub fn pack_tags(tags: &[String]) -> Result<[[u8; MAX_TAG]; MAX_TAGS], RegistryError> {
    if tags.len() > MAX_TAGS {
        return Err(RegistryError::TagsTooMany);
    }
    let mut packed = [[0; MAX_TAG]; MAX_TAGS];
    for (at, tag) in tags.iter().enumerate() {
        if !is_slug(tag.as_bytes(), 1, MAX_TAG) {
            return Err(RegistryError::TagInvalid);
        }
        if tags[..at].contains(tag) {
            return Err(RegistryError::TagRepeated);
        }
        packed[at][..tag.len()].copy_from_slice(tag.as_bytes());
    }
    Ok(packed)
}

/// The tags an agent stores, as texts.
pub fn unpack_tags(packed: &[[u8; MAX_TAG]; MAX_TAGS]) -> Vec<String> {
    packed
        .iter()
        .map(|tag| tag.iter().take_while(|byte| **byte != 0))
        .map(|bytes| bytes.map(|byte| char::from(*byte)).collect::<String>())
        .filter(|tag| !tag.is_empty())
        .collect()
}

/// The grammar of semver.org 2.0.0, at most 32 bytes.
pub fn is_semver(text: &str) -> bool {
    if text.len() > MAX_SEMVER {
        return false;
    }
    let (text, build) = split_once_or(text, '+');
    let (core, pre) = split_once_or(text, '-');
    core.split('.').count() == 3
        && core.split('.').all(is_number)
        && pre.is_none_or(|pre| pre.split('.').all(|part| is_identifier(part) && is_canonical(part)))
        && build.is_none_or(|build| build.split('.').all(is_identifier))
}

fn split_once_or(text: &str, separator: char) -> (&str, Option<&str>) {
    text.split_once(separator).map_or((text, None), |(before, after)| (before, Some(after)))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Digits without a leading zero.
fn is_number(text: &str) -> bool {
    is_digits(text) && is_canonical(text)
}

/// Whether a text, where it is a number, has no leading zero.
fn is_canonical(text: &str) -> bool {
    !is_digits(text) || text == "0" || !text.starts_with('0')
}

fn is_identifier(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn handles() {
        for good in ["abc", "a1b", "0x0", "doc-analyst", "a-b-c-d", "123", &"a".repeat(32)] {
            assert!(is_handle(good.as_bytes()), "{good}");
        }
        for bad in [
            "",
            "a",
            "ab",
            &"a".repeat(33),
            "-ab",
            "ab-",
            "a--b",
            "Abc",
            "a_b",
            "a.b",
            "a b",
            " abc",
            "abc\n",
            "ab\0",
            "аbc",         // Cyrillic а
            "ａｂｃ",      // full-width
            "abc\u{200b}", // zero-width space
            "ab\u{301}c",  // combining accent
            "straße",
            "a/b",
            "a\u{7f}b",
        ] {
            assert!(!is_handle(bad.as_bytes()), "{bad:?}");
        }
    }

    #[test]
    fn tags() {
        let texts = |tags: &[&str]| tags.iter().map(|tag| tag.to_string()).collect::<Vec<_>>();
        for good in [texts(&[]), texts(&["a"]), texts(&["nlp", "pdf", "0", "abcdefghij-23456"])] {
            assert_eq!(unpack_tags(&pack_tags(&good).unwrap()), good);
        }
        for bad in ["", "abcdefghijklmnopq", "A", "a--b", "-a", "a-", "é", "a b", "\0"] {
            assert_eq!(pack_tags(&texts(&[bad])), Err(RegistryError::TagInvalid), "{bad:?}");
        }
        assert_eq!(pack_tags(&texts(&["a", "b", "a"])), Err(RegistryError::TagRepeated));
        let five = texts(&["a", "b", "c", "d", "e"]);
        assert_eq!(pack_tags(&five), Err(RegistryError::TagsTooMany));
    }

    /// The valid and invalid examples of semver.org's own test page, where they fit in 32 bytes.
    #[test]
    fn semantic_versions() {
        for good in [
            "0.0.4",
            "1.2.3",
            "10.20.30",
            "1.1.2-prerelease+meta",
            "1.1.2+meta",
            "1.1.2+meta-valid",
            "1.0.0-alpha",
            "1.0.0-beta",
            "1.0.0-alpha.beta",
            "1.0.0-alpha.beta.1",
            "1.0.0-alpha0.valid",
            "1.0.0-alpha.0valid",
            "1.0.0-rc.1+build.1",
            "2.0.0-rc.1+build.123",
            "1.2.3-beta",
            "10.2.3-DEV-SNAPSHOT",
            "2.0.0+build.1848",
            "1.0.0-alpha+beta",
            "1.2.3----RC-SNAPSHOT.12.9.1--.12",
            "1.2.3----R-S.12.9.1--.12+meta",
            "1.0.0+0.build.1-rc.10000aaa-kk-0",
            "9999999999.9999999999.9999999999",
            "1.0.0-0A.is.legal",
        ] {
            assert!(good.len() <= MAX_SEMVER && is_semver(good), "{good}");
        }
        for bad in [
            "",
            "1",
            "1.2",
            "1.2.3.4",
            "1.2.3-0123",
            "1.2.3-0123.0123",
            "1.1.2+.123",
            "+invalid",
            "-invalid",
            "alpha",
            "alpha.beta.1",
            "1.0.0-alpha_beta",
            "1.0.0-alpha..",
            "1.0.0-alpha..1",
            "01.1.1",
            "1.01.1",
            "1.1.01",
            "1.2.3.DEV",
            "1.2-SNAPSHOT",
            "1.2.31.2.3----RC-SNAPSHOT.12.09.1",
            "1.2-RC-SNAPSHOT",
            "-1.0.3-gamma+b7718",
            "+justmeta",
            "9.8.7+meta+meta",
            "9.8.7-whatever+meta+meta",
            "1.2.3-",
            "1.2.3+",
            "v1.2.3",
            " 1.2.3",
            "1.2.3 ",
            "1.2.3\n",
            "１.２.３",
            "1.2.3-é",
            "1..3",
            "99999999999.9999999999.9999999999",
        ] {
            assert!(!is_semver(bad), "{bad:?}");
        }
    }
}
