import EchoCore
import EchoDecode
import EchoTesting
import Foundation
import Testing

@Suite("Video bad input") struct VideoBadInputTests {
    private let scratch = try? ScratchFolder()

    private func folder() throws -> ScratchFolder { try #require(scratch) }

    /// Reads every frame; the error that ended it, if one did.
    private func failure(_ path: String, limits: DecodeLimits = .standard) -> DecodeError? {
        do throws(DecodeError) {
            let reader = try ClipReader(DecodeRequest(path: path, frames: .all, limits: limits))
            while try reader.nextFrame() != nil {}
            return nil
        } catch { return error }
    }

    private func cut(_ name: String, to share: Double) throws -> String {
        let bytes = try Data(contentsOf: URL(filePath: Fixtures.made("video/\(name)")))
        return try folder().write(bytes.prefix(Int(Double(bytes.count) * share)), to: "cut-\(share)-\(name)")
    }

    @Test("what is no ordinary file is refused at once")
    func refusesOtherThanFiles() throws {
        let pipe = try folder().path("pipe")
        #expect(mkfifo(pipe, 0o600) == 0)
        #expect(failure(pipe) == .notRegular(what: "a pipe"))
        #expect(failure(try folder().url.path) == .notRegular(what: "a folder"))
        #expect(failure("/dev/zero") == .notRegular(what: "a device"))
        #expect(failure(try folder().path("absent")) == .unopenable(status: ENOENT))
        #expect(failure("a\0b") == .unopenable(status: ENOENT))
        #expect(failure(try folder().write([], to: "empty.avi")) == .empty)
    }

    @Test("a file that this user may not read is refused by the system's number")
    func refusesUnreadable() async throws {
        let path = try folder().write([1], to: "locked.avi")
        try FileManager.default.setAttributes([.posixPermissions: 0o000], ofItemAtPath: path)
        await #expect(processExitsWith: .success) { [path = path as String] in
            // Permissions do not bind the administrator, whom tests may run as.
            if getuid() == 0 { guard setgid(65_534) == 0, setuid(65_534) == 0 else { exit(3) } }
            do throws(DecodeError) {
                _ = try ClipReader(DecodeRequest(path: path, frames: .all))
                exit(4)
            } catch {
                exit(error == .unopenable(status: EACCES) ? 0 : 5)
            }
        }
    }

    @Test(
        "the system's number says whose fault it is",
        arguments: [
            (ENOENT, FailureKind.notFound), (EACCES, .denied), (EMFILE, .systemError), (EIO, .systemError),
        ] as [(Int32, FailureKind)])
    func kinds(status: Int32, kind: FailureKind) {
        #expect(DecodeError.unopenable(status: status).report.kind == kind)
    }

    @Test("a clip is known by its content, whatever its name says")
    func ignoresNames() throws {
        let bytes = try Data(contentsOf: URL(filePath: Fixtures.made("video/small.mp4")))
        for name in ["clip.dcm", "clip.avi", "clip.txt", "clip.ffconcat", "img%03d.png", "clip"] {
            #expect(failure(try folder().write(bytes, to: name)) == nil, "\(name)")
        }
    }

    @Test("what is surely no clip is refused by what it is")
    func namesWhatItFound() throws {
        let kinds: [(String, FileKind)] = [
            ("PK\u{3}\u{4}locked", .zip), ("%PDF-1.7\n", .pdf), ("patient,study\n1,2\n", .text),
            ("<?xml version='1.0'?>", .markup), ("#EXTM3U\n/etc/passwd\n", .playlist),
            ("ffconcat version 1.0\nfile /etc/passwd\n", .playlist), ("\u{7F}ELF", .program),
            ("SQLite format 3\0", .database), ("BZh9", .archive), ("\0\0\0\0\0\0\0\0", .blank),
        ]
        for (text, kind) in kinds {
            #expect(failure(try folder().write(Array(text.utf8), to: "file.avi")) == .notAClip(kind))
        }
        #expect(DecodeError.notAClip(.zip).report.remedy.contains("Unzip it first"))
    }

    @Test("a container without pictures says so")
    func refusesSound() throws {
        #expect(failure(try Fixtures.made("video/sound.wav")) == .noVideoStream(streams: 1))
        #expect(failure(try Fixtures.made("video/sound.mp4")) == .noVideoStream(streams: 1))
        #expect(failure(try Fixtures.made("video/no_frames.avi")) == .noFrames)
    }

    @Test("a header past the limits is refused before anything is decoded")
    func refusesHugeHeaders() throws {
        let limit = DecodeLimits.standard.framePixels
        let sizes = [
            "avi": 10_000_000_000, "png": 10_000_000_000, "gif": 4_294_836_225, "jpg": 4_225_000_000,
        ]
        for (name, pixels) in sizes {
            let found = failure(try Fixtures.made("video/huge_header.\(name)"))
            #expect(found == .tooLarge(what: "pixels a frame", found: pixels, limit: limit), "\(name)")
        }
        let few = DecodeLimits(framePixels: 1 << 24, frames: 11, fileBytes: 1 << 20)
        let small = try Fixtures.made("video/small.avi")
        #expect(failure(small, limits: few) == .tooLarge(what: "frames", found: 12, limit: 11))
        let short = DecodeLimits(framePixels: 1 << 24, frames: 100, fileBytes: 99)
        #expect(failure(small, limits: short) == .tooLarge(what: "bytes", found: 15_548, limit: 99))
    }

    @Test("a picture of one pixel is read")
    func readsOnePixel() throws {
        let path = try Fixtures.made("video/one_pixel.avi")
        let reader = try ClipReader(DecodeRequest(path: path, frames: .all))
        #expect(reader.clip.size == PictureSize(width: 1, height: 1) && reader.clip.frameCount == 3)
        #expect(try reader.nextFrame()?.pixels.count == 3)
    }

    @Test(
        "a file cut short says how much is there", arguments: [0.3, 0.5, 0.7, 0.9, 0.99],
        [
            "small.avi", "small.mp4", "small.gif", "small_mpeg4.avi", "small_hevc.mp4", "h264_fragments.mp4",
            "mjpeg.mov", "h264.mkv", "vp9.webm", "single.png", "single.jpg",
        ])
    func findsTruncation(share: Double, name: String) throws {
        switch failure(try cut(name, to: share)) {
        case .truncated(let held, let declared): #expect(held < declared, "\(name)")
        case .cutShort(let held, let declared): #expect(held < declared, "\(name)")
        case .damagedFrame: #expect(name == "single.jpg", "\(name)")
        case let other: Issue.record("\(name) at \(share): \(String(describing: other))")
        }
    }

    @Test("a cut AVI counts its whole frames and those it declares")
    func countsFrames() throws {
        let path = try cut("small.avi", to: 0.5)
        guard case .truncated(let held, let declared) = failure(path) else {
            Issue.record("\(String(describing: failure(path)))")
            return
        }
        #expect(declared == 12 && held > 0 && held < 12)
    }
}
