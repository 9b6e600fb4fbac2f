/// Keeps the smallest keys offered, the largest of them on top.
struct TopHeap {
    private let capacity: Int
    private var keys: [UInt64] = []

    /// - Precondition: room for at least one.
    init(capacity: Int) {
        precondition(capacity > 0, "a heap for \(capacity) keys")
        self.capacity = capacity
        keys.reserveCapacity(capacity)
    }

    /// Takes a key where it is among the smallest so far.
    mutating func offer(_ key: UInt64) {
        if keys.count < capacity {
            keys.append(key)
            var child = keys.count - 1
            while child > 0, keys[(child - 1) / 2] < keys[child] {
                keys.swapAt(child, (child - 1) / 2)
                child = (child - 1) / 2
            }
        } else if key < keys[0] {
            keys[0] = key
            sink()
        }
    }

    /// What was kept.
    var ascending: [UInt64] { keys.sorted() }

    private mutating func sink() {
        var parent = 0
        while true {
            var largest = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < keys.count && keys[child] > keys[largest] {
                largest = child
            }
            if largest == parent { return }
            keys.swapAt(parent, largest)
            parent = largest
        }
    }
}
