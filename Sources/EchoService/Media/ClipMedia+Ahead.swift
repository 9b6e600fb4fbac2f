import EchoCore
import EchoIndex

extension ClipMedia {
    /// Between two looks for clips that were taken in.
    private static let lookInterval = Duration.seconds(2)
    /// Between two looks whether somebody waits for a picture.
    private static let yieldInterval = Duration.milliseconds(200)

    /// Draws what a study's page shows first, of the clips that the index took in last, until the task is cancelled.
    ///
    /// One file at a time, while nobody waits for another; whoever asks goes first. A clip that cannot be drawn is
    /// passed over, and says why when it is asked for.
    public func runAhead() async {
        while !Task.isCancelled {
            await drawAhead()
            try? await Task.sleep(for: Self.lookInterval)
        }
    }

    /// As ``runAhead()``, until there is nothing left to draw; the newest clip first.
    public func drawAhead() async {
        let state = index.stateMark()
        guard state != ahead.state else { return }
        do {
            while let clip = try await nextAhead() { await drawAhead(clip) }
            ahead.state = state
        } catch {
            // The next look begins anew.
        }
    }

    /// The newest clip that was not looked at yet.
    ///
    /// - Throws: `IndexError`, `CancellationError`.
    private func nextAhead() async throws -> StoredClip? {
        try Task.checkCancellation()
        let newest = try await index.newestClips(limits.ahead)
        ahead.seen.formIntersection(newest)
        for id in newest where !ahead.seen.contains(id) {
            if let clip = try? await index.clip(resolving: id.text), original(of: clip) != nil { return clip }
            ahead.seen.insert(id)
        }
        return nil
    }

    private func drawAhead(_ clip: StoredClip) async {
        do {
            try await drawAhead(.thumbnail, of: clip)
            if clip.frameCount > 1 { try await drawAhead(.cine, of: clip) }
        } catch is CancellationError { return } catch {}
        ahead.seen.insert(clip.id)
    }

    /// Draws one file when nobody waits for another.
    ///
    /// - Throws: `CancellationError` where it was given up for somebody's sake; what keeps it from being drawn.
    private func drawAhead(_ kind: MediaKey.Kind, of clip: StoredClip) async throws {
        while !renders.isEmpty { try await Task.sleep(for: Self.yieldInterval) }
        let key = MediaKey(content: clip.contentHash, kind: kind, picture: .whole)
        guard !cache.holds(key.name) else { return }
        ahead.key = key
        defer { ahead.key = nil }
        _ = try await drawn(key, of: clip)
    }

    /// Gives up what is drawn ahead where somebody waits for another file, and nobody for this one.
    func makeWay(for key: MediaKey) {
        guard let own = ahead.key, own != key, let render = renders[own], render.waiting <= 1 else { return }
        render.work.cancel()
    }

    /// What is drawn before anybody asks.
    struct Ahead {
        /// The file that is drawn now.
        var key: MediaKey?
        /// The newest clips that need not be looked at again.
        var seen: Set<ClipID> = []
        /// The index's state when there was nothing left.
        var state: String?
    }
}
