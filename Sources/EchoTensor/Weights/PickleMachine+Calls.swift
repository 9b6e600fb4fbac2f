extension PickleMachine {
    /// REDUCE: an empty `OrderedDict`, or a tensor; nothing else is called.
    mutating func call() throws(WeightFileError) {
        let parts = try pop(2)
        guard case .global(let callable) = parts[0], case .tuple(let index) = parts[1] else {
            throw .refusedCall(what: "a call of what is not one of the three globals")
        }
        let arguments = tuples[index]
        switch callable {
        case .orderedDict:
            guard arguments.isEmpty else { throw .refusedCall(what: "an OrderedDict made from arguments") }
            try pushMapping(isOrdered: true)
        case .rebuildTensor: try rebuild(arguments)
        case .floatStorage: throw .refusedCall(what: "a call of torch.FloatStorage")
        }
    }

    /// BUILD: only the `_metadata` that a module's state dict carries, which is dropped.
    mutating func build() throws(WeightFileError) {
        let parts = try pop(2)
        guard case .mapping(let object) = parts[0], mappings[object].isOrdered,
            case .mapping(let state) = parts[1], mappings[state].pairs.count == 1,
            let pair = mappings[state].pairs.first, pair.key == .text("_metadata"), case .mapping = pair.value
        else { throw .refusedCall(what: "attributes set on an object") }
        try push(parts[0])
    }

    /// BINPERSID: `('storage', FloatStorage, key, location, count)`.
    mutating func pushStorage() throws(WeightFileError) {
        guard case .tuple(let index) = try pop(), tuples[index].count == 5,
            tuples[index][0] == .text("storage"), tuples[index][1] == .global(.floatStorage),
            case .text(let key) = tuples[index][2], case .text = tuples[index][3],
            case .int(let count) = tuples[index][4]
        else { throw .refusedCall(what: "a persistent object that is no float storage") }
        guard let entry = storageEntries[key] else { throw reader.bad("a storage is not in the archive") }
        guard count >= 0, count <= entry.byteCount / 4, count * 4 == entry.byteCount else {
            throw .badTensor(
                name: "of storage \(key)", what: "\(count) numbers in \(entry.byteCount) bytes")
        }
        storages.append(entry)
        try push(.storage(storages.count - 1))
    }

    /// `_rebuild_tensor_v2(storage, offset, size, stride, requires_grad, backward_hooks)`.
    private mutating func rebuild(_ arguments: [PickleValue]) throws(WeightFileError) {
        guard arguments.count == 6, case .storage(let storage) = arguments[0],
            case .int(let first) = arguments[1], let shape = extents(arguments[2]),
            let strides = extents(arguments[3]), case .bool = arguments[4],
            case .mapping(let hooks) = arguments[5], mappings[hooks].pairs.isEmpty
        else { throw .refusedCall(what: "_rebuild_tensor_v2 with other arguments than torch gives it") }
        let layout = try PyTorchLayout(
            storage: storages[storage], first: first, shape: shape, strides: strides)
        numbers += layout.count
        guard numbers <= PickleLimits.numbers else {
            throw .tooLarge(what: "numbers in its tensors", found: numbers, limit: PickleLimits.numbers)
        }
        tensors.append(layout)
        try push(.tensor(tensors.count - 1))
    }

    private func extents(_ value: PickleValue) -> [Int]? {
        guard case .tuple(let index) = value else { return nil }
        var extents: [Int] = []
        for element in tuples[index] {
            guard case .int(let extent) = element else { return nil }
            extents.append(extent)
        }
        return extents
    }
}
