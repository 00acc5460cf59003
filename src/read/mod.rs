//! Bytes → boundary candidates. One file per format.
