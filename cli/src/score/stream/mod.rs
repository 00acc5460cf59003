//! Lines in, lines out: one thread reads, some work, the caller writes.
//!
//! Each worker has a queue of its own to it and from it, both bounded, and batches go round among them. So the order is kept
//! without sorting, and what is held at a time is [`in_flight`] batches, however long the stream is.

mod batches;

use std::io::Read;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

use batches::Batches;
pub use batches::{Batch, Content};

/// Batches that wait before a worker, and again after it.
const WAITING: usize = 2;

/// How a stream ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// Everything was answered and taken.
    Whole,
    /// Whoever takes the answers wanted no more, or a worker is gone.
    Early,
}

/// Answers every batch of the input, in its order.
///
/// `worker` makes the function of each of the `jobs` threads, which so can keep what it needs again; `take` says whether it wants
/// more. It returns as soon as it does not: the thread that reads may be waiting for input, and is left to it.
pub fn stream<I, W, A, T>(input: I, jobs: usize, worker: W, mut take: T) -> Ended
where
    I: Read + Send + 'static,
    W: Fn() -> A + Send + Sync + 'static,
    A: FnMut(Batch) -> Answered,
    T: FnMut(Answered) -> bool,
{
    let worker = Arc::new(worker);
    let (mut ways_in, mut ways_out) = (Vec::new(), Vec::new());
    for _ in 0..jobs.max(1) {
        let (way_in, batches) = sync_channel(WAITING);
        let (answers, way_out) = sync_channel(WAITING);
        let worker = Arc::clone(&worker);
        let thread = thread::spawn(move || work(&batches, &answers, worker()));
        ways_in.push(way_in);
        ways_out.push((way_out, thread));
    }
    thread::spawn(move || {
        for (batch, way_in) in Batches::of(input).zip(ways_in.iter().cycle()) {
            if way_in.send(batch).is_err() {
                return;
            }
        }
    });
    let mut turn = 0;
    loop {
        let Some((way_out, _)) = ways_out.get(turn) else {
            return Ended::Early;
        };
        // The next batch is this worker's; where it has none, there is no further one.
        let Ok(answered) = way_out.recv() else {
            return ended(ways_out.swap_remove(turn).1);
        };
        if !take(answered) {
            return Ended::Early;
        }
        turn = (turn + 1) % ways_out.len();
    }
}

/// A worker that is gone before its time has said so itself.
fn ended(worker: JoinHandle<()>) -> Ended {
    match worker.join() {
        Ok(()) => Ended::Whole,
        Err(_) => Ended::Early,
    }
}

/// What came of a batch.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Answered {
    /// Lines for standard output.
    pub lines: String,
    /// Lines for standard error; empty where all went well.
    pub complaints: String,
}

fn work(
    batches: &Receiver<Batch>,
    answers: &SyncSender<Answered>,
    mut answer: impl FnMut(Batch) -> Answered,
) {
    for batch in batches {
        if answers.send(answer(batch)).is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::batches::{BATCH_LINES, READ_BYTES};
    use super::*;

    const LINE: &[u8] = b"{\"answers\":{}}\n";

    /// Batches that exist at a time: with each worker those that wait and the one it has, one being read, one being taken.
    const fn in_flight(jobs: usize) -> usize {
        jobs * (2 * WAITING + 1) + 2
    }

    /// Makes its lines when they are asked for, and counts them.
    struct Lazy {
        left: usize,
        made: Arc<AtomicUsize>,
    }

    impl Read for Lazy {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let count = (into.len() / LINE.len()).min(self.left);
            for place in into.chunks_exact_mut(LINE.len()).take(count) {
                place.copy_from_slice(LINE);
            }
            self.left -= count;
            self.made.fetch_add(count, Ordering::SeqCst);
            Ok(count * LINE.len())
        }
    }

    /// Answers each batch with the numbers of its first line and the one after its last.
    fn number() -> impl FnMut(Batch) -> Answered {
        |batch| match batch.content {
            Content::Lines(bytes) => {
                let after = batch.first + bytes.len() / LINE.len();
                Answered {
                    lines: format!("{} {after}\n", batch.first),
                    complaints: String::new(),
                }
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn of_millions_of_lines_a_bounded_number_is_held_and_all_come_in_order() {
        const LINES: usize = 2_000_000;
        for jobs in [1, 3] {
            let made = Arc::new(AtomicUsize::new(0));
            let input = Lazy {
                left: LINES,
                made: Arc::clone(&made),
            };
            let (mut taken, mut most) = (0, 0);
            let ended = stream(input, jobs, number, |answered| {
                most = most.max(made.load(Ordering::SeqCst) - taken);
                let (first, after) = answered.lines.trim_end().split_once(' ').unwrap();
                assert_eq!(first.parse(), Ok(taken + 1));
                taken = after.parse::<usize>().unwrap() - 1;
                true
            });
            assert_eq!((ended, taken), (Ended::Whole, LINES));
            let bound = in_flight(jobs) * BATCH_LINES + 2 * READ_BYTES / LINE.len();
            assert!(most <= bound, "{most} lines at a time, {bound} are allowed");
        }
    }

    #[test]
    fn who_wants_no_more_ends_it_though_the_input_never_does() {
        let made = Arc::new(AtomicUsize::new(0));
        let endless = Lazy {
            left: usize::MAX,
            made: Arc::clone(&made),
        };
        let mut batches = 0;
        let ended = stream(endless, 2, number, |_| {
            batches += 1;
            batches < 5
        });
        assert_eq!((ended, batches), (Ended::Early, 5));
    }

    #[test]
    fn lines_are_answered_while_the_input_waits_for_more() {
        // The second line is only given once the first is answered.
        struct Asking(usize, Receiver<()>);
        impl Read for Asking {
            fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
                self.0 += 1;
                if self.0 > 3 || (self.0 > 1 && self.1.recv().is_err()) {
                    return Ok(0);
                }
                into[..LINE.len()].copy_from_slice(LINE);
                Ok(LINE.len())
            }
        }
        let (answered, asking) = sync_channel(1);
        let mut lines = String::new();
        let ended = stream(Asking(0, asking), 2, number, |batch| {
            lines.push_str(&batch.lines);
            answered.send(()).is_ok() || lines.lines().count() == 3
        });
        assert_eq!((ended, lines.as_str()), (Ended::Whole, "1 2\n2 3\n3 4\n"));
    }

    #[test]
    fn a_worker_that_breaks_down_ends_the_stream_early() {
        let ended = stream(LINE, 1, || |_| panic!("told by the worker"), |_| true);
        assert_eq!(ended, Ended::Early);
    }
}
