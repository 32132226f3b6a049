//! Helpers for types that read themselves from YAML.

use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

/// A word that `A` understands, or a map that is a `B`.
///
/// Numbers count as words: they arrive as they were typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StrOr<A, B> {
    /// The short form.
    Word(A),
    /// The long form.
    Map(B),
}

impl<'de, A, B> Deserialize<'de> for StrOr<A, B>
where
    A: FromStr,
    A::Err: fmt::Display,
    B: Deserialize<'de>,
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StrOrVisitor(PhantomData))
    }
}

struct StrOrVisitor<A, B>(PhantomData<(A, B)>);

impl<'de, A, B> Visitor<'de> for StrOrVisitor<A, B>
where
    A: FromStr,
    A::Err: fmt::Display,
    B: Deserialize<'de>,
{
    type Value = StrOr<A, B>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a word or a map")
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<Self::Value, E> {
        word.parse().map(StrOr::Word).map_err(E::custom)
    }

    fn visit_bool<E: de::Error>(self, word: bool) -> Result<Self::Value, E> {
        self.visit_str(if word { "true" } else { "false" })
    }

    fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<Self::Value, M::Error> {
        B::deserialize(MapAccessDeserializer::new(map)).map(StrOr::Map)
    }
}

/// Reads a word and parses it; for `Deserialize` of types that are `FromStr`.
pub fn parse_with<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr,
    T::Err: fmt::Display,
{
    struct Word<T>(PhantomData<T>);
    impl<T: FromStr<Err: fmt::Display>> Visitor<'_> for Word<T> {
        type Value = T;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a single value")
        }
        fn visit_str<E: de::Error>(self, word: &str) -> Result<T, E> {
            word.parse().map_err(E::custom)
        }
        fn visit_bool<E: de::Error>(self, word: bool) -> Result<T, E> {
            self.visit_str(if word { "true" } else { "false" })
        }
    }
    deserializer.deserialize_any(Word(PhantomData))
}

/// Reads a whole number from 0 to 65,535.
///
/// # Errors
/// If it is anything else.
pub fn whole<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u32>, D::Error> {
    struct Whole(u32);
    impl FromStr for Whole {
        type Err = String;
        fn from_str(word: &str) -> Result<Self, String> {
            word.parse::<u16>()
                .map(|n| Self(n.into()))
                .map_err(|_| format!("`{word}` is not a whole number from 0 to 65,535 | write digits alone, such as 2"))
        }
    }
    parse_with::<D, Whole>(deserializer).map(|whole| Some(whole.0))
}

/// A map that keeps the order in which it was written.
#[derive(Clone, Debug)]
pub struct Ordered<V, K = String>(Vec<(K, V)>);

impl<V, K> Default for Ordered<V, K> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V, K: AsRef<str>> Ordered<V, K> {
    /// The entries, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &V)> {
        self.0.iter().map(|(key, value)| (key.as_ref(), value))
    }

    /// The entry `key`.
    pub fn get(&self, key: &str) -> Option<&V> {
        self.iter().find(|(known, _)| *known == key).map(|(_, value)| value)
    }

    /// Whether there is an entry `key`.
    pub fn contains_key(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(key, _)| key.as_ref())
    }
}

impl<V, K> FromIterator<(K, V)> for Ordered<V, K> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        Self(entries.into_iter().collect())
    }
}

impl<'de, V: Deserialize<'de>, K: Deserialize<'de>> Deserialize<'de> for Ordered<V, K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<V, K>(PhantomData<(V, K)>);
        impl<'de, V: Deserialize<'de>, K: Deserialize<'de>> Visitor<'de> for Entries<V, K> {
            type Value = Ordered<V, K>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map")
            }
            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Ordered(entries))
            }
        }
        deserializer.deserialize_map(Entries(PhantomData))
    }
}
