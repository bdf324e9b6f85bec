//! The float arithmetic between the matrix products, written so that the compiler vectorises it on every target.
//! No call to libm: wasm and native code then give the same numbers, and `exp` in wasm is slow.

/// e^x to about two units in the last place, for |x| up to 87.
#[inline(always)]
pub fn exp(x: f32) -> f32 {
    const ROUND: f32 = 12_582_912.0; // 1.5 × 2^23: adding it leaves the nearest integer in the low bits
    let scaled = x.clamp(-87.0, 87.0) * std::f32::consts::LOG2_E;
    let shifted = scaled + ROUND;
    let rest = (scaled - (shifted - ROUND)) * std::f32::consts::LN_2;
    let series = 1.0
        + rest
            * (1.0
                + rest
                    * (0.5 + rest * (1.0 / 6.0 + rest * (1.0 / 24.0 + rest * (1.0 / 120.0 + rest * (1.0 / 720.0))))));
    let power = (shifted.to_bits().wrapping_sub(ROUND.to_bits())).wrapping_add(127) << 23;
    series * f32::from_bits(power)
}

/// x·Φ(x), by Abramowitz and Stegun 7.1.26 (within 1.5e-7 of the error function).
pub fn gelu(values: &mut [f32]) {
    for value in values {
        let x = *value * std::f32::consts::FRAC_1_SQRT_2;
        let t = 1.0 / (1.0 + 0.327_591_1 * x.abs());
        let series = t * (0.254_829_6 + t * (-0.284_496_74 + t * (1.421_413_7 + t * (-1.453_152 + t * 1.061_405_4))));
        let erf = 1.0 - series * exp(-x * x);
        *value = 0.5 * *value * (1.0 + erf.copysign(x));
    }
}

/// Makes the values positive with sum 1.
pub fn softmax(values: &mut [f32]) {
    let most = values.iter().fold(f32::MIN, |most, &value| most.max(value));
    for value in values.iter_mut() {
        *value = exp(*value - most);
    }
    let sum: f32 = values.iter().sum();
    for value in values {
        *value /= sum;
    }
}

pub fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + exp(-x))
}

/// Brings each row to mean 0 and variance 1, then scales and shifts it.
pub fn normalise(rows: &mut [f32], scale: &[f32], shift: &[f32]) {
    let width = scale.len();
    for row in rows.chunks_exact_mut(width) {
        let mean = sum(row.iter().copied()) / width as f32;
        let spread = sum(row.iter().map(|value| (value - mean) * (value - mean))) / width as f32;
        let factor = 1.0 / (spread + 1e-12).sqrt();
        for ((value, scale), shift) in row.iter_mut().zip(scale).zip(shift) {
            *value = (*value - mean) * factor * scale + shift;
        }
    }
}

/// The scalar product of two vectors of one length.
#[inline(always)]
pub fn dot(a: &[f32], b: &[f32]) -> f32 {
    sum(a.iter().zip(b).map(|(a, b)| a * b))
}

/// A sum in eight lanes: the same order on every target, and one that vectorises.
#[inline(always)]
fn sum(values: impl Iterator<Item = f32>) -> f32 {
    let mut lanes = [0.0; 8];
    for (at, value) in values.enumerate() {
        lanes[at % 8] += value;
    }
    lanes.iter().sum()
}
