//! Work on all cores, with the results in the order of the input and a bound on what waits.

use std::collections::BTreeMap;
use std::io;
use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver};
use std::thread;

/// So many batches a thread are on their way at most: enough that no thread waits for a slow neighbour's batch.
const AHEAD: usize = 4;

struct Feed<N> {
    next: N,
    turn: u64,
    /// One for each batch that may still be begun; `done` gives it back.
    permits: Receiver<()>,
}

/// Takes batches from `next`, one thread at a time; hands what `work` makes of them to `done`, on this thread, in order.
pub fn in_order<T, R: Send>(
    threads: usize,
    next: impl FnMut() -> io::Result<Option<T>> + Send,
    work: impl Fn(T) -> R + Sync,
    mut done: impl FnMut(R) -> io::Result<()>,
) -> io::Result<()> {
    let (permit, permits) = mpsc::channel();
    (0..threads * AHEAD).for_each(|_| permit.send(()).expect("the other end is here"));
    let (finished, results) = mpsc::channel();
    let feed = Mutex::new(Feed { next, turn: 0, permits });
    thread::scope(|scope| {
        for _ in 0..threads {
            let (finished, feed, work) = (finished.clone(), &feed, &work);
            scope.spawn(move || {
                while let Some((turn, batch)) = take(feed) {
                    let result = batch.map(work);
                    if finished.send((turn, result)).is_err() {
                        return;
                    }
                }
            });
        }
        // With this one gone, the results end when the last thread does.
        drop(finished);
        // Both ends of the channels are moved in here, so that an error lets every thread come to its end.
        let (permit, results) = (permit, results);
        let mut waiting = BTreeMap::new();
        let mut turn = 0;
        for (finished, result) in results {
            waiting.insert(finished, result);
            while let Some(result) = waiting.remove(&turn) {
                done(result?)?;
                turn += 1;
                // Nobody waits for it where the input has ended.
                let _ = permit.send(());
            }
        }
        Ok(())
    })
}

/// The next batch and its place in the order. An error takes the place of a batch and is the last.
fn take<T, N: FnMut() -> io::Result<Option<T>>>(feed: &Mutex<Feed<N>>) -> Option<(u64, io::Result<T>)> {
    let mut feed = feed.lock().ok()?;
    feed.permits.recv().ok()?;
    let batch = (feed.next)().transpose()?;
    feed.turn += 1;
    Some((feed.turn - 1, batch))
}
