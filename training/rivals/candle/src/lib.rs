//! A MiniLM encoder of the reader's size (6 layers × 384, 7,360 pieces) in candle, its products quantised to Q8_0, for
//! comparison only: the weights are noise, which costs the same time and the same bytes as knowledge.

use candle_core::quantized::{GgmlDType, QMatMul, QTensor};
use candle_core::{D, Device, Module, Result, Tensor};
use candle_nn::{Embedding, LayerNorm, ops::softmax_last_dim};

const WIDTH: usize = 384;
const WIDE: usize = 1536;
const HEADS: usize = 12;
const PIECES: usize = 7360;
const PLACES: usize = 192;
const LAYERS: usize = 6;
const CLASSES: usize = 16;

pub struct Rival {
    pieces: Embedding,
    places: Embedding,
    first: LayerNorm,
    layers: Vec<Layer>,
    head: QMatMul,
}

struct Layer {
    asks: [(QMatMul, Tensor); 3],
    joins: (QMatMul, Tensor),
    after_attention: LayerNorm,
    widens: (QMatMul, Tensor),
    narrows: (QMatMul, Tensor),
    after: LayerNorm,
}

fn noise(rows: usize, cols: usize, state: &mut u32) -> Result<Tensor> {
    let mut next = || {
        *state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (*state >> 8) as f32 / (1 << 24) as f32 * 0.1 - 0.05
    };
    Tensor::from_vec((0..rows * cols).map(|_| next()).collect::<Vec<f32>>(), (rows, cols), &Device::Cpu)
}

fn linear(rows: usize, cols: usize, state: &mut u32) -> Result<(QMatMul, Tensor)> {
    let weights = QTensor::quantize(&noise(rows, cols, state)?, GgmlDType::Q8_0)?;
    Ok((QMatMul::from_qtensor(weights)?, noise(1, rows, state)?.squeeze(0)?))
}

fn norm() -> Result<LayerNorm> {
    let ones = Tensor::ones(WIDTH, candle_core::DType::F32, &Device::Cpu)?;
    Ok(LayerNorm::new(ones.clone(), ones.zeros_like()?, 1e-12))
}

fn apply((weights, bias): &(QMatMul, Tensor), input: &Tensor) -> Result<Tensor> {
    weights.forward(input)?.broadcast_add(bias)
}

impl Rival {
    pub fn new() -> Result<Rival> {
        let state = &mut 7;
        let layer = |state: &mut u32| -> Result<Layer> {
            Ok(Layer {
                asks: [linear(WIDTH, WIDTH, state)?, linear(WIDTH, WIDTH, state)?, linear(WIDTH, WIDTH, state)?],
                joins: linear(WIDTH, WIDTH, state)?,
                after_attention: norm()?,
                widens: linear(WIDE, WIDTH, state)?,
                narrows: linear(WIDTH, WIDE, state)?,
                after: norm()?,
            })
        };
        Ok(Rival {
            pieces: Embedding::new(noise(PIECES, WIDTH, state)?, WIDTH),
            places: Embedding::new(noise(PLACES, WIDTH, state)?, WIDTH),
            first: norm()?,
            layers: (0..LAYERS).map(|_| layer(state)).collect::<Result<_>>()?,
            head: linear(CLASSES, WIDTH, state)?.0,
        })
    }

    pub fn read(&self, pieces: &[u32]) -> Result<Vec<f32>> {
        let count = pieces.len();
        let numbers = Tensor::from_slice(pieces, count, &Device::Cpu)?;
        let places = Tensor::arange(0, count as u32, &Device::Cpu)?;
        let mut hidden = self.first.forward(&(self.pieces.forward(&numbers)? + self.places.forward(&places)?)?)?;
        for layer in &self.layers {
            let split = |which: usize| -> Result<Tensor> {
                apply(&layer.asks[which], &hidden)?
                    .reshape((count, HEADS, WIDTH / HEADS))?
                    .transpose(0, 1)?
                    .contiguous()
            };
            let (asks, keys, values) = (split(0)?, split(1)?, split(2)?);
            let shares =
                (asks.matmul(&keys.transpose(1, 2)?.contiguous()?)? * (1.0 / ((WIDTH / HEADS) as f64).sqrt()))?;
            let seen =
                softmax_last_dim(&shares)?.matmul(&values)?.transpose(0, 1)?.contiguous()?.reshape((count, WIDTH))?;
            hidden = layer.after_attention.forward(&(hidden + apply(&layer.joins, &seen)?)?)?;
            let wide = apply(&layer.widens, &hidden)?.gelu_erf()?;
            hidden = layer.after.forward(&(&hidden + apply(&layer.narrows, &wide)?)?)?;
        }
        self.head.forward(&hidden.mean_keepdim(0)?)?.max(D::Minus2)?.to_vec1()
    }
}

#[cfg(target_arch = "wasm32")]
mod edge {
    use std::cell::OnceCell;

    thread_local!(static RIVAL: OnceCell<super::Rival> = const { OnceCell::new() });

    /// Reads a text of `count` pieces; the first call loads.
    #[unsafe(no_mangle)]
    pub extern "C" fn read(count: u32) -> f32 {
        let pieces: Vec<u32> = (0..count).map(|at| 5 + at * 37 % 7000).collect();
        RIVAL.with(|rival| {
            rival.get_or_init(|| super::Rival::new().expect("noise loads")).read(&pieces).expect("it reads")[0]
        })
    }
}
