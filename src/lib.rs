//! Cluster Ready: the smart-cluster readiness of an industrial cluster, assessed wholly in the browser.
//!
//! This package is the widget: its view, what a visit is, what the screens show, the texts, and the boundary with the browser. The method, the
//! law and the geometry are the package `cluster-ready-core`. Dependencies point inwards:
//! `element → ui → view_model → session → core`.

pub mod element;
pub mod i18n;
pub mod platform;
pub mod session;
pub mod ui;
pub mod view_model;
