//! Dated legal rule sets and their verdicts. Information, not a decision of the authority.
