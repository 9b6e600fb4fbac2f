internal import EchoCore
internal import EchoTensor
public import Foundation

/// Where packed weights are kept between starts: beside the model, or in the user's cache where that may not be
/// written.
///
/// It is a cache: what is missing, damaged, or another version's is packed anew, and what cannot be written is not
/// kept. Nothing in it is anybody's data.
public struct PackCache: Sendable {
    /// Keeps nothing.
    public static let none = PackCache(userFolder: nil, isUsed: false)
    /// The most that the user's cache keeps, in bytes; what was used last stays.
    public static let byteLimit = 4 << 30

    private let userFolder: URL?
    private let isUsed: Bool

    /// - Parameter userFolder: this program's folder in the user's cache; `nil` where there is none.
    public init(userFolder: URL?) { self.init(userFolder: userFolder, isUsed: true) }

    private init(userFolder: URL?, isUsed: Bool) {
        self.userFolder = userFolder
        self.isUsed = isUsed
    }

    /// What an earlier start packed, its SHA-256 compared; `nil` where there is nothing that can be trusted.
    ///
    /// - Complexity: reads the file once.
    func open(_ name: String, of model: InstalledModel, layout: String) -> PackedFile? {
        for folder in folders(of: model) {
            let (file, facts) = Self.files(name, in: folder)
            guard let data = try? Data(contentsOf: facts),
                let record = try? JSONDecoder().decode(PackRecord.self, from: data),
                record.version == PackRecord.newestVersion, record.layout == layout,
                record.weights == model.manifest.weights.sha256,
                let digest = try? FileDigest(of: file), digest.sha256 == record.sha256,
                digest.byteCount == record.byteCount, let packed = try? PackedFile(path: file.path)
            else { continue }
            // Both, so that neither is removed before what was used longer ago.
            for used in [file, facts] {
                try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: used.path)
            }
            return packed
        }
        return nil
    }

    /// Keeps a tower's products in the first folder that takes them.
    func keep(
        _ products: [(key: String, product: PackedLinear)], as name: String, of model: InstalledModel,
        layout: String
    ) {
        for folder in folders(of: model) {
            let (file, facts) = Self.files(name, in: folder)
            do {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                guard try PackedFile.write(products, to: file.path) else { return }
                let digest = try FileDigest(of: file)
                let record = PackRecord(
                    weights: model.manifest.weights.sha256, layout: layout, sha256: digest.sha256,
                    byteCount: digest.byteCount)
                let encoder = JSONEncoder()
                encoder.outputFormatting = .sortedKeys
                try encoder.encode(record).write(to: facts, options: .atomic)
                prune()
                return
            } catch { continue }
        }
    }

    private func folders(of model: InstalledModel) -> [URL] {
        guard isUsed else { return [] }
        let beside = model.isReadOnly ? nil : model.folder.appending(path: Self.folderName)
        let weights = model.manifest.weights.sha256.hex.prefix(32)
        return [beside, userPacks?.appending(path: String(weights))].compactMap { $0 }
    }

    private static let folderName = "packed"
    private var userPacks: URL? { userFolder?.appending(path: Self.folderName) }

    private static func files(_ name: String, in folder: URL) -> (packed: URL, record: URL) {
        (folder.appending(path: name + ".safetensors"), folder.appending(path: name + ".json"))
    }

    /// Removes what was used longest ago from the user's cache until the rest is within the limit.
    private func prune() {
        guard let userPacks else { return }
        let files = CachedFiles(below: userPacks)
        files.prune(to: Self.byteLimit)
    }
}
