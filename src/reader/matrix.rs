//! Matrix products in whole numbers: int8 weights times activations of 14 bits, both with one scale a row.
//!
//! Fourteen bits, because the widening products take 16 bits at no extra cost and seven were measured to move
//! probabilities by several hundredths. The sums are exact, so the paths (simd128, AVX2, plain Rust) cannot differ.

use crate::blob::Fields;
use crate::error::Result;

/// Weights of one layer, `rows` outputs by `cols` inputs.
pub struct Matrix {
    pub rows: usize,
    pub cols: usize,
    weights: Vec<i8>,
    scales: Vec<f32>,
    bias: Vec<f32>,
}

/// Rows of activations, rounded to whole numbers of at most `MOST`.
pub struct Activations {
    values: Vec<i16>,
    steps: Vec<f32>,
}

/// A sum over 1,536 columns of 127 × `MOST` still fits in an i32.
const MOST: f32 = 8191.0;
const TILE: usize = 4; // rows of activations that share one load of the weights

impl Activations {
    pub fn round(rows: &[f32], width: usize) -> Activations {
        let count = rows.len() / width;
        let padded = count.next_multiple_of(TILE);
        let mut made = Activations { values: vec![0; padded * width], steps: vec![0.0; padded] };
        for (at, row) in rows.chunks_exact(width).enumerate() {
            let most = row.iter().fold(1e-9_f32, |most, value| most.max(value.abs()));
            let inverse = MOST / most;
            for (value, &exact) in made.values[at * width..].iter_mut().zip(row) {
                *value = (exact * inverse + 0.5).floor() as i16;
            }
            made.steps[at] = most / MOST;
        }
        made
    }
}

impl Matrix {
    /// Rows, columns, one scale a row, one bias a row, the weights row by row.
    pub fn load(fields: &mut Fields) -> Result<Matrix> {
        let (rows, cols) = (fields.number()?, fields.number()?);
        if cols % 16 != 0 || rows % 2 != 0 {
            return Err(fields.fault(format!("a matrix of {rows} × {cols}: the products need even rows of 16s")));
        }
        let scales = fields.floats(rows)?;
        let bias = fields.floats(rows)?;
        let weights = fields.bytes(rows * cols)?;
        Ok(Matrix { rows, cols, weights, scales, bias })
    }

    /// The product, one row of outputs for each row of activations: `out` holds whole rows and says how many are wanted.
    pub fn times(&self, input: &Activations, out: &mut [f32]) {
        let count = out.len() / self.rows;
        for row in (0..self.rows).step_by(2) {
            let weights = [self.weights(row), self.weights(row + 1)];
            for first in (0..count).step_by(TILE) {
                let tile = &input.values[first * self.cols..(first + TILE) * self.cols];
                let sums = tile_sums(weights, tile, self.cols);
                for at in first..count.min(first + TILE) {
                    for (row, sums) in (row..row + 2).zip(sums) {
                        let scale = input.steps[at] * self.scales[row];
                        out[at * self.rows + row] = sums[at - first] as f32 * scale + self.bias[row];
                    }
                }
            }
        }
    }

    fn weights(&self, row: usize) -> &[i8] {
        &self.weights[row * self.cols..(row + 1) * self.cols]
    }
}

/// Two rows of weights times four rows of activations.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
fn tile_sums(weights: [&[i8]; 2], tile: &[i16], cols: usize) -> [[i32; TILE]; 2] {
    use std::arch::wasm32::*;
    let mut sums = [[i32x4_splat(0); TILE]; 2];
    assert!(tile.len() == TILE * cols && weights.iter().all(|row| row.len() == cols) && cols % 8 == 0);
    for at in (0..cols).step_by(8) {
        // SAFETY: the assertion above holds every load of 8 numbers from `at` inside its row.
        let (wide, rows) = unsafe {
            let wide = weights.map(|row| i16x8_load_extend_i8x8(row.as_ptr().add(at)));
            let load = |row: usize| v128_load(tile.as_ptr().add(row * cols + at).cast());
            (wide, [load(0), load(1), load(2), load(3)])
        };
        for half in 0..2 {
            for row in 0..TILE {
                sums[half][row] = i32x4_add(sums[half][row], i32x4_dot_i16x8(wide[half], rows[row]));
            }
        }
    }
    sums.map(|half| {
        half.map(|sum| {
            i32x4_extract_lane::<0>(sum)
                + i32x4_extract_lane::<1>(sum)
                + i32x4_extract_lane::<2>(sum)
                + i32x4_extract_lane::<3>(sum)
        })
    })
}

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
fn tile_sums(weights: [&[i8]; 2], tile: &[i16], cols: usize) -> [[i32; TILE]; 2] {
    #[cfg(target_arch = "x86_64")]
    if std::arch::is_x86_feature_detected!("avx2") {
        // SAFETY: the processor has the one feature that the function asks for.
        return unsafe { tile_sums_avx2(weights, tile, cols) };
    }
    plain_tile_sums(weights, tile, cols)
}

/// The plain loop, compiled for wider registers.
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
fn tile_sums_avx2(weights: [&[i8]; 2], tile: &[i16], cols: usize) -> [[i32; TILE]; 2] {
    plain_tile_sums(weights, tile, cols)
}

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
#[inline(always)]
fn plain_tile_sums(weights: [&[i8]; 2], tile: &[i16], cols: usize) -> [[i32; TILE]; 2] {
    let mut sums = [[0; TILE]; 2];
    for (half, weights) in weights.into_iter().enumerate() {
        for (row, tile) in tile.chunks_exact(cols).enumerate() {
            // Nothing overflows; saying so lets the compiler use wide registers in debug builds too.
            sums[half][row] = weights
                .iter()
                .zip(tile)
                .fold(0_i32, |sum, (&weight, &value)| sum.wrapping_add((weight as i32).wrapping_mul(value as i32)));
        }
    }
    sums
}
