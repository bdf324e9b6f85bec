//! The encoder: embeddings, then layers of attention and a feed-forward part, each with its sum and normalisation.

use crate::blob::Fields;
use crate::error::Result;

use super::maths::{dot, gelu, normalise, softmax};
use super::matrix::{Activations, Matrix};

pub struct Encoder {
    pub width: usize,
    heads: usize,
    pieces: Table,
    places: Table,
    first: Norm,
    layers: Vec<Layer>,
}

/// Rows of int8 with one scale each, looked up by number.
struct Table {
    rows: Vec<i8>,
    scales: Vec<f32>,
}

struct Norm {
    scale: Vec<f32>,
    shift: Vec<f32>,
}

struct Layer {
    asks: Matrix, // queries, keys and values, one below the other
    joins: Matrix,
    after_attention: Norm,
    widens: Matrix,
    narrows: Matrix,
    after: Norm,
}

impl Encoder {
    /// Width, heads, layers, vocabulary, positions; then the tables and the layers.
    pub fn load(fields: &mut Fields) -> Result<Encoder> {
        let (width, heads, layers) = (fields.number()?, fields.number()?, fields.number()?);
        let (pieces, places) = (fields.number()?, fields.number()?);
        if heads == 0 || width % heads != 0 {
            return Err(fields.fault(format!("{heads} heads do not share a width of {width}")));
        }
        Ok(Encoder {
            width,
            heads,
            pieces: Table::load(fields, pieces, width)?,
            places: Table::load(fields, places, width)?,
            first: Norm::load(fields, width)?,
            layers: (0..layers).map(|_| Layer::load(fields, width)).collect::<Result<_>>()?,
        })
    }

    /// The most pieces that one pass can hold.
    pub fn longest(&self) -> usize {
        self.places.scales.len()
    }

    pub fn vocabulary(&self) -> usize {
        self.pieces.scales.len()
    }

    /// One row of `width` numbers for each piece.
    pub fn run(&self, pieces: &[u16]) -> Vec<f32> {
        let (width, count) = (self.width, pieces.len());
        let mut hidden = vec![0.0; count * width];
        for (at, (row, &piece)) in hidden.chunks_exact_mut(width).zip(pieces).enumerate() {
            self.pieces.add(piece as usize, row);
            self.places.add(at, row);
        }
        self.first.apply(&mut hidden);
        let mut asked = vec![0.0; count * 3 * width];
        let mut seen = vec![0.0; count * width];
        let mut wide = vec![0.0; count * self.layers.first().map_or(0, |layer| layer.widens.rows)];
        let mut step = vec![0.0; count * width];
        for layer in &self.layers {
            layer.asks.times(&Activations::round(&hidden, width), &mut asked);
            self.attend(&asked, &mut seen);
            layer.joins.times(&Activations::round(&seen, width), &mut step);
            layer.after_attention.add(&mut hidden, &step);
            layer.widens.times(&Activations::round(&hidden, width), &mut wide);
            gelu(&mut wide);
            layer.narrows.times(&Activations::round(&wide, layer.widens.rows), &mut step);
            layer.after.add(&mut hidden, &step);
        }
        hidden
    }

    /// What each piece sees of all pieces, head by head. `asked` holds queries, keys and values side by side.
    fn attend(&self, asked: &[f32], seen: &mut [f32]) {
        let (width, size) = (self.width, self.width / self.heads);
        let scale = 1.0 / (size as f32).sqrt();
        let count = seen.len() / width;
        let mut share = vec![0.0; count];
        let part = |row: usize, which: usize, head: usize| {
            let start = row * 3 * width + which * width + head * size;
            &asked[start..start + size]
        };
        for head in 0..self.heads {
            for row in 0..count {
                let query = part(row, 0, head);
                for (other, share) in share.iter_mut().enumerate() {
                    *share = dot(query, part(other, 1, head)) * scale;
                }
                softmax(&mut share);
                let out = &mut seen[row * width + head * size..][..size];
                out.fill(0.0);
                for (other, &share) in share.iter().enumerate() {
                    out.iter_mut().zip(part(other, 2, head)).for_each(|(out, value)| *out += share * value);
                }
            }
        }
    }
}

impl Table {
    fn load(fields: &mut Fields, rows: usize, width: usize) -> Result<Table> {
        Ok(Table { scales: fields.floats(rows)?, rows: fields.bytes(rows * width)? })
    }

    fn add(&self, number: usize, row: &mut [f32]) {
        let scale = self.scales[number];
        let values = &self.rows[number * row.len()..(number + 1) * row.len()];
        row.iter_mut().zip(values).for_each(|(out, &value)| *out += value as f32 * scale);
    }
}

impl Norm {
    fn load(fields: &mut Fields, width: usize) -> Result<Norm> {
        Ok(Norm { scale: fields.floats(width)?, shift: fields.floats(width)? })
    }

    fn apply(&self, rows: &mut [f32]) {
        normalise(rows, &self.scale, &self.shift);
    }

    fn add(&self, rows: &mut [f32], step: &[f32]) {
        rows.iter_mut().zip(step).for_each(|(value, step)| *value += step);
        self.apply(rows);
    }
}

impl Layer {
    fn load(fields: &mut Fields, width: usize) -> Result<Layer> {
        Ok(Layer {
            asks: Matrix::load(fields)?,
            joins: Matrix::load(fields)?,
            after_attention: Norm::load(fields, width)?,
            widens: Matrix::load(fields)?,
            narrows: Matrix::load(fields)?,
            after: Norm::load(fields, width)?,
        })
    }
}
