//! A tape of choices. All random things are read off it, so that a shorter
//! tape with smaller numbers makes a simpler thing and proptest can shrink
//! whatever is made. A tape that has run out gives noughts.

/// Choices, and how many of them are taken.
pub(crate) struct Tape {
    choices: Vec<u32>,
    taken: usize,
}

impl Tape {
    pub(crate) fn new(choices: Vec<u32>) -> Self {
        Self { choices, taken: 0 }
    }

    /// The next choice.
    pub(crate) fn next(&mut self) -> u32 {
        let choice = self.choices.get(self.taken).copied().unwrap_or(0);
        self.taken += 1;
        choice
    }

    /// A number below `limit`.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.next() as usize % limit.max(1)
    }

    /// A number from `low` to `high`, ends included.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        low + i64::from(self.next()) % (high - low + 1).max(1)
    }

    /// True once in `times`; never when the tape has run out.
    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == times - 1
    }

    /// One of `options`.
    pub(crate) fn pick<T: Clone>(&mut self, options: &[T]) -> T {
        options[self.below(options.len())].clone()
    }

    /// One of `options`, if there are any.
    pub(crate) fn pick_any<T: Clone>(&mut self, options: &[T]) -> Option<T> {
        (!options.is_empty()).then(|| self.pick(options))
    }

    /// Some of `options`, in their order.
    pub(crate) fn some<T: Clone>(&mut self, options: &[T]) -> Vec<T> {
        options.iter().filter(|_| self.once_in(3)).cloned().collect()
    }

    /// Between `low` and `high` things made by `make`.
    pub(crate) fn list<T>(
        &mut self,
        low: usize,
        high: usize,
        mut make: impl FnMut(&mut Self) -> T,
    ) -> Vec<T> {
        let count = low + self.below(high - low + 1);
        (0..count).map(|_| make(self)).collect()
    }

    /// A thing made by `make`, once in `times`.
    pub(crate) fn maybe<T>(
        &mut self,
        times: usize,
        make: impl FnOnce(&mut Self) -> T,
    ) -> Option<T> {
        self.once_in(times).then(|| make(self))
    }
}
