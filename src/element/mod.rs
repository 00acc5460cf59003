//! The boundary with the page: mount, unmount, configuration.
