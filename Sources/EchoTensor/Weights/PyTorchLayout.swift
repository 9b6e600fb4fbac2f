/// Where a tensor's numbers lie in a checkpoint.
struct PyTorchLayout: Sendable, Equatable {
    /// First byte of its storage in the file.
    let storageOffset: Int
    /// Numbers that the storage holds.
    let storageCount: Int
    /// The tensor's first number within the storage.
    let first: Int
    /// Extents.
    let shape: [Int]
    /// Numbers to skip for a step along each axis.
    let strides: [Int]
}
