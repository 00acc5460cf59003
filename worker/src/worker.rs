//! The worker's binary: reads files and examines boundaries, away from the page's thread.

/// The sines that WebAssembly lacks. The standard library would bring its own beside those of libm, which boundaries are
/// measured with: the same functions twice, 9 KB.
#[cfg(target_arch = "wasm32")]
#[allow(unsafe_code, reason = "the linker finds them by these names")]
mod sines {
    #[unsafe(no_mangle)]
    extern "C" fn sin(x: f64) -> f64 {
        libm::sin(x)
    }

    #[unsafe(no_mangle)]
    extern "C" fn cos(x: f64) -> f64 {
        libm::cos(x)
    }

    #[unsafe(no_mangle)]
    extern "C" fn atan2(y: f64, x: f64) -> f64 {
        libm::atan2(y, x)
    }
}

#[cfg(target_arch = "wasm32")]
mod exports {
    use cluster_ready_core::progress::listen;
    use cluster_ready_core::survey::{answer, from_message, to_message};
    use js_sys::{Array, Function, Uint8Array};
    use wasm_bindgen::prelude::*;

    /// The bytes beside a question. They come in pieces, so that a large file is never held twice.
    #[wasm_bindgen]
    #[derive(Default)]
    pub struct Payload(Vec<u8>);

    #[wasm_bindgen]
    impl Payload {
        /// # Errors
        /// There is no room for so many bytes.
        #[wasm_bindgen(constructor)]
        pub fn new(length: usize) -> Result<Self, JsError> {
            let mut bytes = Vec::new();
            bytes.try_reserve_exact(length)?;
            Ok(Self(bytes))
        }

        pub fn push(&mut self, piece: &[u8]) {
            self.0.extend_from_slice(piece);
        }
    }

    /// Answers a question: the reply, and the bytes beside it. `tell` hears the stage and the corners done. Nothing where the
    /// readers of tables have to come first; then it is asked again.
    ///
    /// # Errors
    /// The question is of another build.
    #[wasm_bindgen]
    pub fn reply(
        request: &[u8],
        payload: Payload,
        tell: Function,
    ) -> Result<Option<Array>, JsError> {
        let request = from_message(request)?;
        let tell = move |progress: cluster_ready_core::progress::Progress| {
            // Who cannot be told is not there any more.
            let _ = tell.call3(
                &JsValue::NULL,
                &progress.stage.word().into(),
                &progress.corners.into(),
                &progress.of.into(),
            );
        };
        let (reply, bytes) = listen(tell, || answer(request, payload.0))?;
        #[cfg(feature = "cut")]
        if cluster_ready_core::read::were_missed() {
            return Ok(None);
        }
        let reply = Uint8Array::from(to_message(&reply)?.as_slice());
        let bytes = Uint8Array::from(bytes.as_slice());
        Ok(Some(Array::of2(&reply, &bytes)))
    }

    /// Which build this is; the page's program has to be of the same. Asked before there is a question, so tables are
    /// made ready meanwhile.
    #[wasm_bindgen]
    pub fn build() -> String {
        cluster_ready_core::boundary::provinces();
        cluster_ready_core::places::institutions();
        cluster_ready_core::BUILD.to_owned()
    }
}

/// Where the readers of tables are cut off: the code that only `export` leads to becomes a file of its own. The cutter knows
/// the two functions by their names; a call of the first one is one of the second.
#[cfg(all(target_arch = "wasm32", feature = "cut"))]
#[allow(
    unsafe_code,
    improper_ctypes,
    improper_ctypes_definitions,
    reason = "both sides of the cut are of one build"
)]
mod cut {
    use cluster_ready_core::read::{Tables, supply, tables};
    use wasm_bindgen::prelude::*;
    // Marks the program as one that may be cut.
    use wasm_split_helpers as _;

    #[link(wasm_import_module = "__wasm_split_placeholder__")]
    unsafe extern "C" {
        #[link_name = "__wasm_split_00tables00_import_7461626c657300000000000000000000_tables"]
        fn import() -> Box<Tables>;
    }

    #[unsafe(export_name = "__wasm_split_00tables00_export_7461626c657300000000000000000000_tables")]
    extern "C" fn export() -> Box<Tables> {
        Box::new(tables())
    }

    /// Their file is there.
    #[wasm_bindgen]
    pub fn tables_came() {
        // SAFETY: called behind the instantiation of the part that exports it.
        supply(*unsafe { import() });
    }
}

fn main() {}
