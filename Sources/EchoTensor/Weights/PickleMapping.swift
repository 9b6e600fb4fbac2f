/// A `dict` or an `OrderedDict` of a pickle, its pairs in the order in which they were set.
struct PickleMapping: Equatable {
    /// A key with its value.
    struct Pair: Equatable {
        let key: PickleValue
        let value: PickleValue
    }

    let isOrdered: Bool
    var pairs: [Pair] = []
}
