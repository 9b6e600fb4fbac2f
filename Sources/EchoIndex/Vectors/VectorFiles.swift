internal import EchoCore
internal import Foundation
internal import GRDB
internal import Synchronization

/// The derived files of an index: read where they are current, derived anew where not.
final class VectorFiles: Sendable {
    private struct Key: Hashable {
        let slot: ModelSlot
        let level: SearchLevel
    }

    private let folder: IndexFolder
    private let images = Mutex<[Key: VectorImage]>([:])

    init(folder: IndexFolder) { self.folder = folder }

    /// Where a space's file of a level is.
    func path(_ slot: ModelSlot, _ level: SearchLevel) -> String {
        "\(folder.vectors)/\(slot.rawValue)-\(level.rawValue).vec"
    }

    /// The image of what the database holds in the state that `db` sees.
    ///
    /// A missing, stale or damaged file is replaced. Where the folder cannot be written, the image stays in memory.
    ///
    /// - Throws: ``IndexError/newerFormat(found:supported:)``, ``IndexError/damaged(table:row:)``.
    func current(_ db: Database, _ space: EmbeddingSpace, _ level: SearchLevel) throws -> VectorImage {
        let key = Key(slot: space.slot, level: level)
        let state = try VectorState.stored(db, space.slot, level)
        if let held = images.withLock({ $0[key] }), held.header.state == state { return held }
        let image = try onDisk(space, level, state) ?? derive(db, space, level)
        images.withLock { $0[key] = image }
        return image
    }

    /// The file's image where it is sound and current; `nil` where it is not.
    func onDisk(
        _ space: EmbeddingSpace, _ level: SearchLevel, _ state: VectorState
    ) throws(IndexError) -> VectorImage? {
        guard
            let bytes = try? Data(contentsOf: URL(filePath: path(space.slot, level)), options: .alwaysMapped),
            let header = try VectorHeader(bytes), header.state == state, header.level == level,
            header.dimension == space.dimension, header.space == VectorHeader.spaceKey(space)
        else { return nil }
        return try VectorImage(checking: bytes)
    }

    /// Derives an image and puts it in its file's place.
    @discardableResult
    func derive(_ db: Database, _ space: EmbeddingSpace, _ level: SearchLevel) throws -> VectorImage {
        let image = try VectorImage.build(db, space, level)
        do {
            try DurableFile.write(image.bytes, to: path(space.slot, level))
        } catch .denied, .diskFull, .system {
            return image
        }
        return image
    }

    /// Forgets what is held in memory.
    func forget() { images.withLock { $0 = [:] } }
}
