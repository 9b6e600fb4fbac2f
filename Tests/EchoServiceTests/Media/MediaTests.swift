import EchoCore
import EchoDecode
import EchoEncode
import EchoIndex
import EchoLedger
import EchoService
import EchoTesting
import Foundation
import Testing

@Suite("Media of a clip", .serialized) struct MediaTests {
    let archive: TestArchive

    init() throws { archive = try TestArchive([.mask: "none"]) }

    private func media(
        _ paths: [String], _ limits: MediaLimits = .standard
    ) async throws -> (media: ClipMedia, index: StudyIndex, clips: [StoredClip]) {
        _ = try await archive.ingest(paths)
        let index = try await archive.workspace.openIndex(for: .read)
        let media = try ClipMedia(index: index, folder: archive.workspace.serviceFolder, limits: limits)
        let clips = try await index.clips()
        return (media, index, try paths.map { path in try #require(clips.first { $0.path == path }) })
    }

    private func saved(_ file: MediaFile, as name: String) throws -> String {
        try archive.scratch.write(try file.bytes(0..<file.byteCount), to: name)
    }

    @Test(
        "plays with the clip's own frame times, in a film that others read",
        arguments: ["a4c_mjpeg_120f.avi", "a4c_h264_120f.mp4", "a4c_ybr422_jpeg_30f.dcm"],
        Picture.allCases)
    func cine(name: String, picture: Picture) async throws {
        let (media, index, clips) = try await media([Fixtures.clip(name)])
        let film = try await media.cine(of: clips[0].id, picture)
        #expect(film.contentType == "video/mp4")
        let path = try saved(film, as: "film.mp4")
        let peer = try Peer(
            "ffprobe",
            [
                "-v", "error", "-select_streams", "v", "-show_entries",
                "stream=codec_name,width,height:frame=pts_time", "-of", "csv=p=0", path,
            ])
        #expect(peer.status == 0, "\(peer.output)")
        let lines = peer.output.split(separator: "\n")
        let size = clips[0].size
        #expect(lines.contains { $0.hasPrefix("h264,\(size.width),\(size.height)") }, "\(lines.suffix(2))")
        let times = lines.compactMap { line in
            Double(line.split(separator: ",")[0]).map { $0 * 1_000 }
        }
        try #require(times.count == clips[0].frameCount)
        // MP4 counts in parts of 1/90,000 s, and the peer prints microseconds.
        for (found, wanted) in zip(times, clips[0].frameTimes) { #expect(abs(found - wanted) < 0.02) }
        try await index.close()
    }

    @Test("shows each pixel of a frame as the decoder gives it; outside the sector nothing")
    func frames() async throws {
        let (media, index, clips) = try await media([Fixtures.clip("a4c_ybr422_jpeg_30f.dcm")])
        let reader = try ClipReader(DecodeRequest(path: clips[0].path, frames: .all))
        var decoded: [Frame] = []
        while let frame = try reader.nextFrame() { decoded.append(frame) }
        for number in [0, 13, 29] {
            let whole = try await pixels(media.frame(number, of: clips[0].id, .whole))
            #expect(whole.pixels == decoded[number].pixels)
            let masked = try await pixels(media.frame(number, of: clips[0].id))
            #expect(masked.size == whole.size)
            let isOutside = masked.pixels.indices.filter { masked.pixels[$0] != whole.pixels[$0] }
            #expect(!isOutside.isEmpty)
            #expect(isOutside.allSatisfy { masked.pixels[$0] == 0 })
            // The scanner's writing is in the corners.
            for column in 0..<40 { #expect(masked.pixels[column * 3] == 0) }
        }
        await #expect(throws: MediaError.noFrame(found: 30, count: 30)) {
            try await media.frame(30, of: clips[0].id)
        }
        await #expect(throws: MediaError.noFrame(found: -1, count: 30)) {
            try await media.frame(-1, of: clips[0].id)
        }
        try await index.close()
    }

    private func pixels(_ file: MediaFile) throws -> Frame {
        let path = try saved(file, as: "frame-\(UUID().uuidString).png")
        return try #require(try ClipReader(DecodeRequest(path: path, frames: .all)).nextFrame())
    }

    @Test("has a thumbnail and a contact sheet, the same bytes each time, no larger than they say")
    func pictures() async throws {
        let (media, index, clips) = try await media([Fixtures.clip("a4c_mjpeg_120f.avi")])
        let thumbnail = try await media.thumbnail(of: clips[0].id)
        let frame = try pixels(thumbnail)
        #expect(max(frame.size.width, frame.size.height) == 320)
        let sheet = try pixels(try await media.contactSheet(of: clips[0].id, frames: 9))
        let ratio = Double(clips[0].size.height) / Double(clips[0].size.width)
        #expect(sheet.size.width == 3 * 240 + 8)
        #expect(sheet.size.height == 3 * Int((240 * ratio).rounded()) + 8)
        // The first frame's number: a zero in white dots on black.
        #expect(sheet.pixels[(2 * sheet.size.width + 2) * 3] == 255)
        #expect(sheet.pixels[(4 * sheet.size.width + 4) * 3] == 0)
        let folder = archive.workspace.serviceFolder.media
        let before = try TestArchive.bytes(of: folder)
        try FileManager.default.removeItem(atPath: folder)
        let again = try ClipMedia(index: index, folder: archive.workspace.serviceFolder)
        let second = try await again.thumbnail(of: clips[0].id)
        _ = try await again.contactSheet(of: clips[0].id, frames: 9)
        #expect(second.entityTag == thumbnail.entityTag)
        #expect(try TestArchive.bytes(of: folder) == before)
        await #expect(throws: MediaError.badSheet(found: 65, limit: 64)) {
            try await again.contactSheet(of: clips[0].id, frames: 65)
        }
        try await index.close()
    }

    @Test("is drawn once for all who ask, and given up when the last one leaves")
    func isShared() async throws {
        _ = try await archive.ingest([Fixtures.clip("a4c_mjpeg_120f.avi")])
        let index = try await archive.workspace.openIndex(for: .read)
        let folder = archive.workspace.serviceFolder
        let gate = Gate()
        let media = try ClipMedia(index: index, folder: folder) { await gate.pass() }
        let clip = try #require(try await index.clips().first).id
        // As many as asked, all for one drawing that cannot go on.
        func asked<Value: Sendable>(
            _ count: Int, _ ask: @escaping @Sendable () async throws -> Value
        ) async throws -> [Task<Value, any Error>] {
            let tasks = (0..<count).map { _ in Task { try await ask() } }
            try await Waiting.until { await media.waiting == count }
            return tasks
        }
        let leaving = try await asked(3) { try await media.cine(of: clip) }
        for task in leaving { task.cancel() }
        try await Waiting.until { await media.waiting == 0 }
        await gate.open()
        for task in leaving {
            await #expect(throws: CancellationError.self) { try await task.value }
        }
        #expect(await media.counters().cancelled == 1)
        #expect(await media.counters().renders == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.media).isEmpty)
        // Who asks again gets it, all the same one.
        let tags = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<8 { group.addTask { try await media.cine(of: clip).entityTag } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(tags.count == 1)
        #expect(await media.counters().renders == 1)
        try await index.close()
    }

    @Test("is kept within its bound, what was used longest ago goes first, also after a restart")
    func isBounded() async throws {
        let path = Fixtures.clip("a4c_ybr422_jpeg_30f.dcm")
        let (first, index, clips) = try await media([path])
        let clip = clips[0].id
        let size = try await first.frame(0, of: clip).byteCount
        var limits = MediaLimits.standard
        limits.cacheBytes = size * 7 / 2
        let folder = archive.workspace.serviceFolder
        var media = try ClipMedia(index: index, folder: folder, limits: limits)
        for number in 1...3 { _ = try await media.frame(number, of: clip) }
        let held = try await media.frame(1, of: clip)
        _ = try await media.frame(4, of: clip)
        let counters = await media.counters()
        #expect(counters.bytes <= limits.cacheBytes)
        #expect(counters.evicted >= 2)
        var names = try FileManager.default.contentsOfDirectory(atPath: folder.media)
        #expect(names.contains { $0.contains("frame-1.") }, "it was used lately: \(names)")
        #expect(!names.contains { $0.contains("frame-0.") })
        limits.cacheBytes = 0
        _ = try archive.scratch.write([1], to: "index/service/media/.part-left")
        media = try ClipMedia(index: index, folder: folder, limits: limits)
        names = try FileManager.default.contentsOfDirectory(atPath: folder.media)
        #expect(names.isEmpty)
        #expect(try held.bytes(1..<4) == Data("PNG".utf8), "what is held can be read")
        #expect(try await media.frame(2, of: clip).bytes(1..<4) == Data("PNG".utf8))
        try await index.close()
    }

    @Test("of a file that is gone, or is another, is a typed error")
    func original() async throws {
        let copy = archive.scratch.path("copy.dcm")
        try FileManager.default.copyItem(atPath: try TestArchive.run()[0], toPath: copy)
        let (media, index, clips) = try await media([copy])
        try FileManager.default.removeItem(atPath: copy)
        await #expect(throws: MediaError.noOriginal) { try await media.thumbnail(of: clips[0].id) }
        try FileManager.default.copyItem(atPath: try TestArchive.run()[1], toPath: copy)
        await #expect(throws: MediaError.changedOriginal) { try await media.thumbnail(of: clips[0].id) }
        await #expect(throws: IndexError.notFound(.clip)) { try await media.thumbnail(of: ClipID("cl-0")) }
        let names = try FileManager.default.contentsOfDirectory(atPath: archive.workspace.serviceFolder.media)
        #expect(names.isEmpty)
        try await index.close()
    }

    @Test("is drawn before anybody asks, the page's first pictures of the clips taken in last")
    func ahead() async throws {
        let paths = try Array(TestArchive.run().prefix(3))
        var limits = MediaLimits.standard
        limits.ahead = 2
        let (media, index, clips) = try await media(paths, limits)
        await media.drawAhead()
        let counters = await media.counters()
        let newest = try await index.newestClips(2)
        let films = clips.filter { newest.contains($0.id) && $0.frameCount > 1 }
        #expect(newest.count == 2 && counters.renders == 2 + films.count && counters.failed == 0)
        for clip in newest { _ = try await media.thumbnail(of: clip, .whole) }
        for clip in films { _ = try await media.cine(of: clip.id, .whole) }
        #expect(await media.counters().renders == counters.renders, "all of them were there")
        #expect(await media.counters().hits == counters.renders)
        await media.drawAhead()
        #expect(await media.counters().renders == counters.renders, "nothing is drawn twice")
        try await index.close()
    }

    @Test("that is drawn ahead makes way for who asks, passes over what cannot be drawn, and goes on")
    func aheadMakesWay() async throws {
        let (gone, other) = (archive.scratch.path("gone.dcm"), archive.scratch.path("other.dcm"))
        let own = try TestArchive.run()
        try FileManager.default.copyItem(atPath: own[0], toPath: gone)
        try FileManager.default.copyItem(atPath: own[1], toPath: other)
        let paths = [gone, other, Fixtures.clip("a4c_mjpeg_120f.avi")]
        _ = try await archive.ingest(paths)
        let index = try await archive.workspace.openIndex(for: .read)
        let gate = Gate()
        let media = try ClipMedia(index: index, folder: archive.workspace.serviceFolder) { await gate.pass() }
        let film = try #require(try await index.clips().first { $0.path == paths[2] }).id
        try FileManager.default.removeItem(atPath: gone)
        try FileManager.default.removeItem(atPath: other)
        try FileManager.default.copyItem(atPath: own[2], toPath: other)
        let drawing = Task { await media.drawAhead() }
        // The newest clip's thumbnail is under way, and held.
        try await Waiting.until { await gate.waiting == 1 }
        let frame = Task { try await media.frame(60, of: film) }
        try await Waiting.until { await media.waiting == 2 }
        await gate.open()
        _ = try await frame.value
        await drawing.value
        let counters = await media.counters()
        #expect(counters.cancelled == 1)
        #expect(counters.failed == 1, "the one whose file is another")
        #expect(counters.renders == 3)
        _ = try await media.cine(of: film, .whole)
        #expect(await media.counters().hits == 1)
        try await index.close()
    }

    @Test("of a study that is deleted while it is drawn leaves nothing")
    func deletedMeanwhile() async throws {
        let path = Fixtures.clip("a4c_mjpeg_120f.avi")
        _ = try await archive.ingest([path])
        let index = try await archive.workspace.openIndex(for: .write)
        let folder = archive.workspace.serviceFolder
        let gate = Gate()
        let media = try ClipMedia(index: index, folder: folder) { await gate.pass() }
        let clip = try #require(try await index.clips().first)
        let drawing = Task { try await media.cine(of: clip.id, .whole) }
        try await Waiting.until { await gate.waiting == 1 }
        _ = try await StudyRemoval(index: index, ledger: nil, folder: folder).remove(clip.study, by: .local)
        await gate.open()
        await #expect(throws: IndexError.notFound(.clip)) { try await drawing.value }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.media).isEmpty)
        try await index.close()
    }
}
