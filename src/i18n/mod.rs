//! Message keys, locales.
