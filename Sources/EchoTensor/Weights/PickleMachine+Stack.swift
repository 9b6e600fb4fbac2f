extension PickleMachine {
    mutating func push(_ value: PickleValue) throws(WeightFileError) {
        guard stack.count < PickleLimits.stack else {
            throw .tooLarge(
                what: "values on the pickle's stack", found: stack.count + 1, limit: PickleLimits.stack)
        }
        stack.append(value)
    }

    /// Takes the last value, which must lie above the last mark.
    mutating func pop() throws(WeightFileError) -> PickleValue {
        guard stack.count > marks.last ?? 0, let value = stack.popLast() else {
            throw reader.bad("it takes a value that is not there")
        }
        return value
    }

    /// Takes the last values, the earliest first.
    mutating func pop(_ count: Int) throws(WeightFileError) -> [PickleValue] {
        guard stack.count - (marks.last ?? 0) >= count else {
            throw reader.bad("it takes a value that is not there")
        }
        defer { stack.removeLast(count) }
        return Array(stack.suffix(count))
    }

    mutating func mark() throws(WeightFileError) {
        guard marks.count < PickleLimits.marks else {
            throw .tooLarge(
                what: "open marks in the pickle", found: marks.count + 1, limit: PickleLimits.marks)
        }
        marks.append(stack.count)
    }

    mutating func popToMark() throws(WeightFileError) -> [PickleValue] {
        guard let base = marks.popLast() else { throw reader.bad("it closes a mark that is not open") }
        defer { stack.removeSubrange(base...) }
        return Array(stack[base...])
    }

    mutating func pushTuple(_ values: [PickleValue]) throws(WeightFileError) {
        try countContainer()
        tuples.append(values)
        try push(.tuple(tuples.count - 1))
    }

    mutating func pushList() throws(WeightFileError) {
        try countContainer()
        lists.append([])
        try push(.list(lists.count - 1))
    }

    mutating func pushMapping(isOrdered: Bool) throws(WeightFileError) {
        try countContainer()
        mappings.append(PickleMapping(isOrdered: isOrdered))
        try push(.mapping(mappings.count - 1))
    }

    mutating func append(_ values: [PickleValue]) throws(WeightFileError) {
        guard stack.count > marks.last ?? 0, case .list(let index) = stack.last else {
            throw reader.bad("it appends to what is no list")
        }
        lists[index] += values
    }

    mutating func set(_ values: [PickleValue]) throws(WeightFileError) {
        guard stack.count > marks.last ?? 0, case .mapping(let index) = stack.last,
            values.count.isMultiple(of: 2)
        else { throw reader.bad("it sets items of what is no dictionary") }
        for place in stride(from: 0, to: values.count, by: 2) {
            switch values[place] {
            case .text, .int:
                mappings[index].pairs.append(.init(key: values[place], value: values[place + 1]))
            default: throw reader.bad("a dictionary's key is neither a text nor a number")
            }
        }
    }

    /// Keeps the last value; a number is given once, as picklers do.
    mutating func keep(at number: Int) throws(WeightFileError) {
        guard stack.count > marks.last ?? 0, let value = stack.last else {
            throw reader.bad("it keeps a value that is not there")
        }
        guard memo.count < PickleLimits.memo else {
            throw .tooLarge(
                what: "values kept in the pickle", found: memo.count + 1, limit: PickleLimits.memo)
        }
        guard memo.updateValue(value, forKey: number) == nil else {
            throw reader.bad("it keeps two values under one number")
        }
    }

    mutating func recall(_ number: Int) throws(WeightFileError) {
        guard let value = memo[number] else { throw reader.bad("it recalls a value that was never kept") }
        try push(value)
    }

    private func countContainer() throws(WeightFileError) {
        let count = tuples.count + lists.count + mappings.count
        guard count < PickleLimits.containers else {
            throw .tooLarge(
                what: "containers in the pickle", found: count + 1, limit: PickleLimits.containers)
        }
    }
}
