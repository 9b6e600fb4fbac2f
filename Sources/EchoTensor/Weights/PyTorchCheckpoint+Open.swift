extension PyTorchCheckpoint {
    /// Opens a checkpoint, reads its pickle and checks every entry's CRC-32.
    ///
    /// - Throws: ``WeightFileError``, naming what was refused.
    /// - Complexity: reads the file once; memory is of the pickle's size and a chunk.
    public init(path: String) throws(WeightFileError) {
        let input = try WeightFileInput(path: path)
        try Self.checkStart(of: input)
        let archive = try ZipArchive(input)
        for entry in archive.entries { try ZipArchive.check(entry, in: input) }
        let folder = try Self.folder(of: archive.entries)
        let entries = Dictionary(uniqueKeysWithValues: archive.entries.map { ($0.name, $0) })
        guard let pickle = entries["\(folder)/data.pkl"] else {
            throw .badArchive(what: "it has no data.pkl")
        }
        guard pickle.byteCount <= PickleLimits.bytes else {
            throw .tooLarge(what: "bytes of pickle", found: pickle.byteCount, limit: PickleLimits.bytes)
        }
        if let order = entries["\(folder)/byteorder"] {
            guard order.byteCount == 6, try input.bytes(at: order.offset, count: 6) == Array("little".utf8)
            else {
                throw .badArchive(what: "its numbers are not little-endian")
            }
        }
        var storages: [String: ZipEntry] = [:]
        let prefix = "\(folder)/data/"
        for entry in archive.entries where entry.name.hasPrefix(prefix) {
            storages[String(entry.name.dropFirst(prefix.count))] = entry
        }
        let bytes = try input.bytes(at: pickle.offset, count: pickle.byteCount)
        var machine = try PickleMachine(bytes, storages: storages)
        let root = try machine.run()
        try self.init(PyTorchStateDict(root, in: machine), input: input)
    }

    private init(_ dictionary: PyTorchStateDict, input: WeightFileInput) {
        tensors = dictionary.tensors.map {
            WeightTensor(name: $0.name, element: .float32, shape: $0.layout.shape)
        }
        layouts = Dictionary(uniqueKeysWithValues: dictionary.tensors.map { ($0.name, $0.layout) })
        ignored = dictionary.ignored
        self.input = input
    }

    /// Tells older checkpoints from files that are none.
    private static func checkStart(of input: WeightFileInput) throws(WeightFileError) {
        let start = try input.bytes(at: 0, count: min(input.byteCount, 262))
        if start.starts(with: [0x50, 0x4B, 3, 4]) { return }
        let isTar = start.count == 262 && start[257...].elementsEqual("ustar".utf8)
        let isPickle = start.count >= 2 && start[0] == 0x80 && (1...5).contains(start[1])
        throw isTar || isPickle ? .legacyCheckpoint : .notAnArchive
    }

    /// The one folder that holds everything.
    private static func folder(of entries: [ZipEntry]) throws(WeightFileError) -> String {
        let folders = Set(entries.map { $0.name.prefix { $0 != "/" } })
        guard let folder = folders.first, folders.count == 1 else {
            throw .badArchive(what: "\(folders.count) folders instead of one")
        }
        return String(folder)
    }
}
