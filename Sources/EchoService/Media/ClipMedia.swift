public import EchoCore
public import EchoIndex
import EchoEncode
import Foundation

/// Shows clips: films with true frame times, single frames, thumbnails and contact sheets, each drawn once and kept
/// on the disk for as long as there is room.
///
/// The same clip gives the same bytes. What several ask for at once is drawn once, and given up when the last of them
/// is cancelled; then nothing is left.
public actor ClipMedia {
    let index: StudyIndex
    private let folder: ServiceFolder
    let limits: MediaLimits
    private let atStart: @Sendable () async -> Void
    private(set) var cache: MediaCache
    private var masks = RecentValues<ContentHash, SectorMask>(limit: 32)
    private var counted = MediaCounters()
    var renders: [MediaKey: Render] = [:]
    var ahead = Ahead()
    private var working = 0
    private var turns: [CheckedContinuation<Void, Never>] = []
    private var lastFile = 0

    /// A drawing that is under way, and how many wait for it.
    struct Render {
        let work: Task<MediaFile, any Error>
        var waiting: Int
    }

    /// Makes the folders and looks at what was drawn before.
    public init(index: StudyIndex, folder: ServiceFolder, limits: MediaLimits = .standard) throws {
        try self.init(index: index, folder: folder, limits: limits, atStart: {})
    }

    /// - Parameter atStart: is awaited when a drawing has begun; tests hold it there.
    package init(
        index: StudyIndex, folder: ServiceFolder, limits: MediaLimits = .standard,
        atStart: @escaping @Sendable () async -> Void
    ) throws {
        precondition(limits.rendersAtOnce > 0, "\(limits.rendersAtOnce) at once")
        try folder.create()
        self.index = index
        self.folder = folder
        self.limits = limits
        self.atStart = atStart
        cache = try MediaCache(folder: folder, limit: limits.cacheBytes)
    }

    /// A clip as H.264 in MP4, each frame with its own time; sound and tags of the original are left out.
    ///
    /// - Throws: `IndexError/notFound(_:)`, ``MediaError``, what the decoder has against the file, and
    ///   `CancellationError`; the same for all that follow.
    public func cine(of clip: ClipID, _ picture: Picture = .masked) async throws -> MediaFile {
        try await file(.cine, of: clip, picture)
    }

    /// One frame as PNG, each pixel as the decoder gives it.
    ///
    /// - Parameter number: from 0.
    public func frame(
        _ number: Int, of clip: ClipID, _ picture: Picture = .masked
    ) async throws -> MediaFile {
        try await file(.frame(number), of: clip, picture)
    }

    /// The middle frame as PNG, at most 320 pixels a side.
    public func thumbnail(of clip: ClipID, _ picture: Picture = .masked) async throws -> MediaFile {
        try await file(.thumbnail, of: clip, picture)
    }

    /// Frames spread over the clip side by side as PNG, each with its number.
    public func contactSheet(
        of clip: ClipID, frames: Int = 16, _ picture: Picture = .masked
    ) async throws -> MediaFile {
        guard (1...limits.sheetFrames).contains(frames) else {
            throw MediaError.badSheet(found: frames, limit: limits.sheetFrames)
        }
        return try await file(.sheet(frames), of: clip, picture)
    }

    /// What was done so far.
    public func counters() -> MediaCounters {
        var now = counted
        (now.drawing, now.bytes, now.evicted) = (renders.count, cache.bytes, cache.evicted)
        return now
    }

    /// Those who wait for a drawing now.
    package var waiting: Int { renders.values.reduce(0) { $0 + $1.waiting } }

    private func file(
        _ kind: MediaKey.Kind, of clip: ClipID, _ picture: Picture
    ) async throws -> MediaFile {
        let stored = try await stored(clip)
        if case .frame(let number) = kind, !(0..<stored.frameCount).contains(number) {
            throw MediaError.noFrame(found: number, count: stored.frameCount)
        }
        let key = MediaKey(content: stored.contentHash, kind: kind, picture: picture)
        while true {
            do {
                return try await drawn(key, of: stored)
            } catch is CancellationError where !Task.isCancelled {
                // Others gave it up just before we came: it is begun anew.
            }
        }
    }

    private func stored(_ clip: ClipID) async throws -> StoredClip {
        do { return try await index.clip(resolving: clip.text) } catch IndexError.cancelled {
            throw CancellationError()
        }
    }

    func drawn(_ key: MediaKey, of clip: StoredClip) async throws -> MediaFile {
        if let kept = cache.find(key.name) {
            counted.hits += 1
            return kept
        }
        makeWay(for: key)
        if renders[key] == nil {
            guard renders.count < limits.waiting + limits.rendersAtOnce else {
                counted.refused += 1
                throw MediaError.busy(retryAfter: .seconds(2))
            }
            renders[key] = Render(work: Task { try await draw(key, of: clip) }, waiting: 0)
        }
        return try await join(key)
    }

    /// Waits for a drawing; the last one to leave gives it up.
    private func join(_ key: MediaKey) async throws -> MediaFile {
        guard let work = renders[key]?.work else { throw CancellationError() }
        renders[key]?.waiting += 1
        return try await withTaskCancellationHandler {
            let result = await work.result
            try Task.checkCancellation()
            return try result.get()
        } onCancel: {
            Task { await leave(key) }
        }
    }

    private func leave(_ key: MediaKey) {
        renders[key]?.waiting -= 1
        if let render = renders[key], render.waiting <= 0 { render.work.cancel() }
    }

    private func draw(_ key: MediaKey, of clip: StoredClip) async throws -> MediaFile {
        await turn()
        defer {
            renders[key] = nil
            endTurn()
        }
        do {
            try Task.checkCancellation()
            guard let path = original(of: clip) else { throw MediaError.noOriginal }
            let drawn = ClipPicture(clip: clip, path: path, picture: key.picture)
            lastFile += 1
            let staged = "\(folder.media)/\(MediaCache.unfinished)\(lastFile)-\(key.name)"
            let known = masks.find(clip.contentHash)
            let isOwn = path.hasPrefix(folder.clips + "/")
            await atStart()
            let mask = try await Self.apart {
                if !isOwn { try Self.check(path, is: clip.contentHash) }
                let mask = try drawn.picture == .masked ? known ?? drawn.sector() : nil
                do { try drawn.draw(key.kind, mask, to: staged) } catch {
                    unlink(staged)
                    throw error
                }
                return mask
            }
            if let mask { masks.keep(mask, for: clip.contentHash) }
            counted.renders += 1
            let file = try cache.publish(staged, as: key.name)
            // Of a study that was deleted meanwhile nothing may be left.
            do { _ = try await index.clip(resolving: clip.id.text) } catch IndexError.notFound(let subject) {
                cache.remove(key.name)
                throw IndexError.notFound(subject)
            }
            return file
        } catch {
            if error is CancellationError { counted.cancelled += 1 } else { counted.failed += 1 }
            throw error
        }
    }

    /// Work that takes long, away from the actor.
    @concurrent private static func apart<Value: Sendable>(
        _ work: @Sendable () throws -> Value
    ) async throws -> Value { try work() }

    private static func check(_ path: String, is content: ContentHash) throws {
        guard let facts = try? FileFacts(path: path) else { throw MediaError.noOriginal }
        guard facts.contentHash == content else { throw MediaError.changedOriginal }
    }

    /// The clip's file: the one that was sent, else the one at its path.
    func original(of clip: StoredClip) -> String? {
        if let own = ClipStore(folder: folder).path(of: clip.contentHash) { return own }
        return FileManager.default.fileExists(atPath: clip.path) ? clip.path : nil
    }

    private func turn() async {
        if working < limits.rendersAtOnce {
            working += 1
            return
        }
        await withCheckedContinuation { turns.append($0) }
    }

    private func endTurn() {
        if turns.isEmpty { working -= 1 } else { turns.removeFirst().resume() }
    }
}
