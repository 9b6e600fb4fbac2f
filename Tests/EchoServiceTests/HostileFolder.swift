import EchoTesting
import Foundation

/// A folder with all that an archive should not hold, between two good clips.
struct HostileFolder {
    let scratch: ScratchFolder
    /// What each file but the good ones ends as, by its path inside.
    static let expected: [String: String] = [
        "DICOMDIR": "skipped decode.directory",
        "bad\u{FFFD}\u{FFFD}name.dcm": "quarantined input.unreadableName",
        "blank.avi": "quarantined decode.notAClip",
        "bomb.dcm": "quarantined encode.mask.noSector",
        "dangling.dcm": "quarantined input.missing",
        "device.dcm": "quarantined input.notRegular",
        "flipped.dcm": "quarantined decode.damagedFrame",
        "huge_header.avi": "quarantined decode.tooLarge",
        "huge_header.gif": "quarantined decode.tooLarge",
        "huge_header.jpg": "quarantined decode.tooLarge",
        "huge_header.png": "quarantined decode.tooLarge",
        "itself.dcm": "quarantined input.unreadable",
        "locked.zip": "quarantined decode.notAClip",
        "no_frames.avi": "quarantined decode.noFrames",
        "notes.avi": "skipped decode.notAClip",
        "one_pixel.avi": "quarantined encode.mask.noSector",
        "page.html": "skipped decode.notAClip",
        "pipe.dcm": "quarantined input.notRegular",
        "really_a_dicom.mp4": "quarantined decode.truncated",
        "report.dcm": "skipped decode.notAnImage",
        "sub/up": "skipped input.folderLink",
        "two\nlines.dcm": "quarantined decode.empty",
        "zero.dcm": "quarantined decode.empty",
        longName: "quarantined decode.empty",
    ]
    /// 300 characters below the folder; one name has at most 255.
    private static let longName =
        String(repeating: "n", count: 150) + "/" + String(repeating: "m", count: 149)

    var path: String { scratch.url.path }

    init() throws {
        scratch = try ScratchFolder()
        try copy(Fixtures.clip("a4c_ybr422_jpeg_30f.dcm"), "a_good.dcm")
        try copy(Fixtures.clip("plax_still_jpeglossless.dcm"), "z_good.dcm")
        for name in [
            "DICOMDIR", "blank.avi", "locked.zip", "notes.avi", "page.html", "really_a_dicom.mp4", "zero.dcm",
        ] {
            try copy(try Fixtures.made("service/hostile/\(name)"), name)
        }
        for name in [
            "huge_header.avi", "huge_header.gif", "huge_header.jpg", "huge_header.png", "no_frames.avi",
        ] {
            try copy(try Fixtures.made("video/\(name)"), name)
        }
        try copy(try Fixtures.made("video/one_pixel.avi"), "one_pixel.avi")
        try copy(try Fixtures.made("dicom/bomb.dcm"), "bomb.dcm")
        try copy(try Fixtures.made("dicom/report.dcm"), "report.dcm")
        try makeFlipped()
        for name in ["two\nlines.dcm", Self.longName] { _ = try scratch.write([], to: name) }
        let name = Array((path + "/bad").utf8) + [0xFF, 0xFE] + Array("name.dcm".utf8)
        close(open(name.map { CChar(bitPattern: $0) } + [0], O_CREAT, 0o600))
        try makeLinks()
    }

    private func copy(_ source: String, _ name: String) throws {
        try FileManager.default.copyItem(atPath: source, toPath: scratch.path(name))
    }

    /// The last frame's JPEG bytes are no JPEG any more.
    private func makeFlipped() throws {
        var bytes = Array(
            FileManager.default.contents(atPath: Fixtures.clip("a4c_ybr422_jpeg_30f.dcm")) ?? Data())
        let last = bytes.count - 5_000
        for place in last..<bytes.count - 100 { bytes[place] ^= 0xA5 }
        _ = try scratch.write(bytes, to: "flipped.dcm")
    }

    private func makeLinks() throws {
        let manager = FileManager.default
        try manager.createDirectory(atPath: scratch.path("sub"), withIntermediateDirectories: true)
        try manager.createSymbolicLink(atPath: scratch.path("sub/up"), withDestinationPath: "..")
        try manager.createSymbolicLink(atPath: scratch.path("dangling.dcm"), withDestinationPath: "nowhere")
        try manager.createSymbolicLink(atPath: scratch.path("itself.dcm"), withDestinationPath: "itself.dcm")
        try manager.createSymbolicLink(atPath: scratch.path("device.dcm"), withDestinationPath: "/dev/zero")
        mkfifo(scratch.path("pipe.dcm"), 0o600)
    }
}
