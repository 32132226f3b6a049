//! Moves labels apart, each as little as will do.
//!
//! Labels that would overlap are stacked, and the stack is put where its
//! members are on average nearest to where they want to be.

/// A label's height, and where its top wants to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wish {
    pub(super) top: i32,
    pub(super) height: i32,
}

/// Labels that touch.
struct Stack {
    members: Vec<usize>,
    height: i32,
    /// The sum, over the members, of where each wants the stack's top.
    wanted: i64,
    top: i32,
}

/// The tops, in the order given, such that no two labels overlap and all are
/// within `room`, as long as together they are no taller than it.
pub(super) fn spread(wishes: &[Wish], room: std::ops::Range<i32>) -> Vec<i32> {
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by_key(|&n| 2 * wishes[n].top + wishes[n].height);
    let mut stacks: Vec<Stack> = Vec::new();
    for n in order {
        stacks.push(Stack::of(n, wishes[n], &room));
        settle(&mut stacks, &room);
    }
    tops(&stacks, wishes)
}

impl Stack {
    fn of(member: usize, wish: Wish, room: &std::ops::Range<i32>) -> Self {
        let wanted = i64::from(wish.top);
        Self { members: vec![member], height: wish.height, wanted, top: 0 }.placed(room)
    }

    /// Puts the stack at the mean of its members' wishes, within the room.
    fn placed(mut self, room: &std::ops::Range<i32>) -> Self {
        let mean = self.wanted / self.members.len().max(1) as i64;
        let mean = i32::try_from(mean).unwrap_or(room.start);
        self.top = mean.min(room.end - self.height).max(room.start);
        self
    }

    /// This stack with `below` under it.
    fn joined(mut self, below: Self, room: &std::ops::Range<i32>) -> Self {
        self.wanted += below.wanted - i64::from(self.height) * below.members.len() as i64;
        self.height += below.height;
        self.members.extend(below.members);
        self.placed(room)
    }
}

/// Joins the last stack to the one above it for as long as they overlap.
fn settle(stacks: &mut Vec<Stack>, room: &std::ops::Range<i32>) {
    while let Some(below) = stacks.pop() {
        match stacks.pop() {
            Some(above) if above.top + above.height > below.top => {
                stacks.push(above.joined(below, room));
            }
            above => {
                stacks.extend(above);
                stacks.push(below);
                return;
            }
        }
    }
}

fn tops(stacks: &[Stack], wishes: &[Wish]) -> Vec<i32> {
    let mut tops = vec![0; wishes.len()];
    for stack in stacks {
        let mut top = stack.top;
        for &member in &stack.members {
            tops[member] = top;
            top += wishes[member].height;
        }
    }
    tops
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tops(wishes: &[(i32, i32)]) -> Vec<i32> {
        let wishes: Vec<Wish> = wishes.iter().map(|&(top, height)| Wish { top, height }).collect();
        spread(&wishes, 0..100)
    }

    #[test]
    fn labels_with_room_stay_where_they_want_to_be() {
        assert_eq!(tops(&[(50, 10), (10, 10)]), [50, 10]);
    }

    #[test]
    fn labels_that_overlap_share_the_way() {
        assert_eq!(tops(&[(50, 10), (50, 10)]), [45, 55]);
    }

    #[test]
    fn labels_stay_in_the_room() {
        assert_eq!(tops(&[(95, 10), (-5, 10), (99, 10)]), [80, 0, 90]);
    }

    proptest! {
        #[test]
        fn no_two_overlap(wishes in prop::collection::vec((-50..150, 1..20), 0..5)) {
            let tops = tops(&wishes);
            let mut boxes: Vec<_> = tops.iter().zip(&wishes).map(|(t, w)| (*t, t + w.1)).collect();
            boxes.sort_unstable();
            prop_assert!(boxes.windows(2).all(|pair| pair[0].1 <= pair[1].0), "{boxes:?}");
            prop_assert!(boxes.iter().all(|(top, end)| *top >= 0 && *end <= 100), "{boxes:?}");
        }
    }
}
