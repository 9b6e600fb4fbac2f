extension ModelStore {
    /// Reads a checkpoint and keeps it as safetensors with a manifest.
    ///
    /// Where the folder holds several kinds of weights, safetensors is taken. Tensors keep their type
    /// (F32, F16 or BF16); `module.` and `text.` prefixes are dropped. Nothing is visible until all is
    /// written and synced, and what a killed import left behind is removed by the next one.
    ///
    /// - Parameter progress: called between chunks; the import ends where the task is cancelled.
    /// - Throws: ``ModelError``; the store is then as it was.
    /// - Complexity: reads the source twice (a `.bin` thrice) and the result once; holds a chunk of 4 MB, or
    ///   one whole tensor where a checkpoint keeps it transposed.
    @discardableResult public func importModel(
        _ request: ModelImportRequest, progress: (ModelImportProgress) -> Void = { _ in }
    ) throws(ModelError) -> ModelImport {
        try ModelImporter(request, into: self).run(progress)
    }
}
