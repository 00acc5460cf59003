//! The users of web-sys: storage, files, focus, printing.
