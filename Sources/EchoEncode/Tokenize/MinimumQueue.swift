/// Numbers that leave smallest first: a binary heap.
struct MinimumQueue {
    private var heap: [UInt64] = []

    /// Takes a number in.
    ///
    /// - Complexity: O(log *n*).
    mutating func insert(_ number: UInt64) {
        heap.append(number)
        var child = heap.count - 1
        while child > 0, heap[child] < heap[(child - 1) / 2] {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    /// Gives the smallest number out; `nil` where none is left.
    ///
    /// - Complexity: O(log *n*).
    mutating func removeFirst() -> UInt64? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return first }
        heap[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
                if heap[child] < heap[least] { least = child }
            }
            if least == parent { return first }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
