/// Where a tensor's numbers lie in a checkpoint.
struct PyTorchLayout: Sendable, Equatable {
    /// First byte of its storage in the file.
    let storageOffset: Int
    /// The tensor's first number within the storage.
    let first: Int
    /// Extents.
    let shape: [Int]
    /// Numbers to skip for a step along each axis.
    let strides: [Int]
    /// How many numbers it has.
    let count: Int
    /// How many numbers lie from its first to its furthest, both included; 0 for an empty tensor.
    let reach: Int

    /// Checks that every number of the tensor lies in its storage, and that it has no more than the storage.
    ///
    /// - Throws: ``WeightFileError/badTensor(name:what:)``.
    init(storage: ZipEntry, first: Int, shape: [Int], strides: [Int]) throws(WeightFileError) {
        let bad = { (what: String) in WeightFileError.badTensor(name: "of entry \(storage.name)", what: what)
        }
        let held = storage.byteCount / 4
        guard shape.count == strides.count, shape.count <= PickleLimits.rank else {
            throw bad("\(shape.count) extents and \(strides.count) strides")
        }
        guard shape.allSatisfy({ $0 >= 0 }), strides.allSatisfy({ $0 >= 0 }), first >= 0, first <= held else {
            throw bad("a negative or too large extent, stride or offset")
        }
        var count = 1
        var last = 0
        for (extent, stride) in zip(shape, strides) {
            let (product, overflow) = count.multipliedReportingOverflow(by: extent)
            let (step, wide) = max(extent - 1, 0).multipliedReportingOverflow(by: stride)
            let (sum, beyond) = last.addingReportingOverflow(step)
            guard !overflow, !wide, !beyond else { throw bad("extents and strides beyond any storage") }
            count = product
            last = sum
        }
        guard count <= held else { throw bad("\(count) numbers in a storage of \(held)") }
        guard count == 0 || last < held - first else {
            throw bad("number \(last) after offset \(first) in a storage of \(held)")
        }
        storageOffset = storage.offset
        self.first = first
        self.shape = shape
        self.strides = strides
        self.count = count
        reach = count == 0 ? 0 : last + 1
    }

    /// Whether the numbers lie one after the other in row-major order.
    var isContiguous: Bool {
        var expected = 1
        for (extent, stride) in zip(shape, strides).reversed() where extent != 1 {
            guard stride == expected else { return false }
            expected *= extent
        }
        return true
    }
}
