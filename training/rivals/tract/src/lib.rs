//! Runs the reader's ONNX file (`onnx_file.py`) in tract, for comparison only.

use tract_onnx::prelude::*;

/// Room for the file, which JavaScript fills.
#[unsafe(no_mangle)]
pub extern "C" fn room(size: usize) -> *mut u8 {
    Box::leak(vec![0_u8; size].into_boxed_slice()).as_mut_ptr()
}

thread_local!(static MODEL: std::cell::OnceCell<std::sync::Arc<TypedRunnableModel>> = const { std::cell::OnceCell::new() });

/// Loads the file; 0 where tract cannot.
///
/// # Safety
/// `at` must be what `room(size)` gave.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn load(at: *const u8, size: usize) -> u32 {
    let bytes = unsafe { std::slice::from_raw_parts(at, size) };
    let made = onnx()
        .model_for_read(&mut &bytes[..])
        .and_then(|model| model.into_optimized())
        .and_then(|model| model.into_runnable());
    match made {
        Ok(model) => {
            MODEL.with(|held| held.set(model).is_ok());
            1
        }
        Err(_) => 0,
    }
}

/// Reads a text of `count` pieces.
#[unsafe(no_mangle)]
pub extern "C" fn read(count: usize) -> f32 {
    let pieces: Vec<i64> = (0..count as i64).map(|at| 5 + at * 37 % 7000).collect();
    let input = tract_ndarray::Array2::from_shape_vec((1, count), pieces).expect("a row");
    let input: Tensor = input.into();
    MODEL.with(|held| {
        let out = held.get().expect("loaded").run(tvec!(input.into())).expect("it reads");
        out[0].to_plain_array_view::<f32>().expect("floats")[[0, 0]]
    })
}
