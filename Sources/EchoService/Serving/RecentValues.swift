/// The values that were asked for lately, in bounded memory.
///
/// Two halves: what is found in the older one moves to the younger; where that is full, the older is forgotten.
/// So the last `limit / 2` keys asked for are always there, and never more than `limit` in all.
struct RecentValues<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let half: Int
    private var young: [Key: Value] = [:]
    private var old: [Key: Value] = [:]

    /// - Precondition: `limit` is at least 0; 0 keeps nothing.
    init(limit: Int) {
        precondition(limit >= 0, "\(limit) values")
        half = limit / 2
    }

    /// How many values there are.
    var count: Int { young.count + old.count { young[$0.key] == nil } }

    /// The value of a key, which counts as asked for.
    mutating func find(_ key: Key) -> Value? {
        if let value = young[key] { return value }
        guard let value = old[key] else { return nil }
        keep(value, for: key)
        return value
    }

    /// Keeps a value.
    mutating func keep(_ value: Value, for key: Key) {
        guard half > 0 else { return }
        if young.count >= half, young[key] == nil {
            old = young
            young = [:]
        }
        young[key] = value
    }
}
