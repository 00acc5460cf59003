use std::collections::BTreeMap;

use cluster_ready_core::model::Model;
use cluster_ready_core::score::uncertainty::Streams;

/// What the random numbers of a band are made of.
#[derive(Debug, Clone, clap::Args)]
pub struct Key {
    /// Draw with this key instead of the hash of the model: 64 hexadecimal digits.
    #[arg(long, value_name = "HEX", value_parser = hexadecimal)]
    key: Option<String>,
}

/// The random numbers of each model in use, made once for all files.
pub struct Draws {
    key: Key,
    /// By the hash of the model.
    kept: BTreeMap<String, Streams>,
}

impl Draws {
    pub fn of(key: &Key) -> Self {
        Self {
            key: key.clone(),
            kept: BTreeMap::new(),
        }
    }

    pub fn streams(&mut self, model: &Model) -> &mut Streams {
        let kept = self.kept.entry(model.hash.clone());
        kept.or_insert_with(|| self.key.streams(model))
    }
}

impl Key {
    pub fn streams(&self, model: &Model) -> Streams {
        match &self.key {
            Some(key) => Streams::new(key),
            None => Streams::of(model),
        }
    }
}

fn hexadecimal(text: &str) -> Result<String, String> {
    let is_key = text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_key {
        Ok(text.to_ascii_lowercase())
    } else {
        Err("not 64 hexadecimal digits".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::hexadecimal;

    #[test]
    fn keys_are_64_digits_in_either_case() {
        assert_eq!(hexadecimal(&"A0".repeat(32)).unwrap(), "a0".repeat(32));
        assert!(hexadecimal("").is_err());
        assert!(hexadecimal(&"0".repeat(63)).is_err());
        assert!(hexadecimal(&"g".repeat(64)).is_err());
    }
}
