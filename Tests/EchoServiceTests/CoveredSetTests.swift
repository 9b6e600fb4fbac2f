import EchoCore
import EchoDecode
import EchoEncode
import EchoPhantom
import EchoService
import EchoTesting
import Foundation
import Testing

@Suite("Covered sets") struct CoveredSetTests {
    private static func options(
        _ covering: Covering, _ format: PhantomFormat = .uncompressed, frames: Int? = 4
    ) -> PhantomSetOptions {
        PhantomSetOptions(
            patients: 1, studies: 2...2, seed: 5, format: format, size: 160,
            views: [.apicalFourChamber, .parasternalLongAxis], covering: covering, frames: frames)
    }

    @Test("hold the same clips under the same names, equal to the bit where nothing is covered")
    func pixels() async throws {
        let scratch = try ScratchFolder()
        var paths: [Covering: [String]] = [:]
        for covering in Covering.allCases {
            let folder = scratch.path(covering.rawValue)
            _ = try await PhantomSets.write(Self.options(covering), to: folder)
            paths[covering] = try PhantomSets.files(of: folder).keys.filter { $0.hasSuffix(".dcm") }.sorted()
        }
        #expect(Set(paths.values).count == 1)
        let path = try #require(paths[Covering.none]?.first { $0.contains("01-A4C") })
        let (whole, bare, tags) = (
            try frames(scratch.path("none/\(path)")), try frames(scratch.path("surroundings/\(path)")),
            try frames(scratch.path("sector/\(path)"))
        )
        for (place, frame) in whole.enumerated() {
            let parts = zip(bare[place].pixels, tags[place].pixels)
            let size = frame.size
            let differing = zip(frame.pixels, parts).enumerated().count { byte, pixel in
                let (row, column) = (byte / 3 / size.width, byte / 3 % size.width)
                let isBorder =
                    row == 0 || column == 0 || row == size.height - 1 || column == size.width - 1
                return !isBorder && pixel.0 != max(pixel.1.0, pixel.1.1)
            }
            #expect(differing == 0, "what one covers the other shows")
            #expect(bare[place] != frame && tags[place] != frame)
        }
    }

    private func frames(_ path: String) throws -> [Frame] {
        let reader = try ClipReader(DecodeRequest(path: path, frames: .all))
        var found: [Frame] = []
        while let frame = try reader.nextFrame() { found.append(frame) }
        #expect(found.count > 1)
        return found
    }

    @Test("say what is covered and how many frames there are, and null where neither is asked for")
    func records() async throws {
        let scratch = try ScratchFolder()
        _ = try await PhantomSets.write(Self.options(.sector, .avi), to: scratch.path("tags"))
        _ = try await PhantomSets.write(Self.options(.none, .avi, frames: nil), to: scratch.path("usual"))
        let tags = try PhantomSets.records(scratch.path("tags/truth.ndjson"))
        let usual = try PhantomSets.records(scratch.path("usual/truth.ndjson"))
        #expect(tags.first?["covered"] as? String == "sector" && tags.first?["frames"] as? Int == 4)
        #expect(usual.first?["covered"] is NSNull && usual.first?["frames"] is NSNull)
        #expect(try studies(scratch.path("tags")) == studies(scratch.path("usual")))
    }

    /// The lines that tell of studies.
    private func studies(_ folder: String) throws -> [Substring] {
        let text = try String(contentsOfFile: folder + "/truth.ndjson", encoding: .utf8)
        let found = text.split(separator: "\n").filter { $0.contains("\"record\":\"study\"") }
        #expect(found.count == 2)
        return found
    }

    @Test("with fewer frames show a model what it sees of all of them, at even intervals")
    func fewerFrames() async throws {
        let scratch = try ScratchFolder()
        let rule = FrameRule.uniform(count: 6)
        func read(_ path: String, _ rule: FrameRule) throws -> (times: [Double], pixels: [[UInt8]]) {
            let reader = try ClipReader(DecodeRequest(path: path, frames: rule))
            var found: (times: [Double], pixels: [[UInt8]]) = ([], [])
            while let frame = try reader.nextFrame() {
                found.times.append(frame.time / .milliseconds(1))
                found.pixels.append(Array(frame.pixels))
            }
            return found
        }
        _ = try await PhantomSets.write(Self.options(.none, frames: nil), to: scratch.path("all"))
        _ = try await PhantomSets.write(Self.options(.none, frames: 6), to: scratch.path("few"))
        let paths = try PhantomSets.files(of: scratch.path("all")).keys.filter { $0.hasSuffix(".dcm") }
        #expect(paths.count > 4)
        for path in paths {
            let whole = try read(scratch.path("all/\(path)"), rule)
            let few = try read(scratch.path("few/\(path)"), .all)
            let isSame = few.pixels == whole.pixels
            #expect(isSame && few.pixels.count <= 6)
            // A frame is shown at most half an interval of the drawn clip from when it was drawn.
            let drawn = try read(scratch.path("all/\(path)"), .all).times
            let half = (drawn.last ?? 0) / Double(max(1, drawn.count - 1)) / 2
            #expect(zip(few.times, whole.times).allSatisfy { abs($0 - $1) < half + 0.1 })
            let steps = zip(few.times, few.times.dropFirst()).map { $1 - $0 }
            #expect((steps.max() ?? 0) - (steps.min() ?? 0) < 0.1)
            #expect(abs((few.times.last ?? 0) - (whole.times.last ?? 0)) < 0.1)
        }
    }

    @Test("of nothing around the sector are refused, as are too few frames")
    func refusals() {
        var options = Self.options(.surroundings)
        options.hasFurniture = false
        let expected = PhantomError.parameter(
            name: "--covered", found: "surroundings", expected: "none where there is no furniture")
        #expect(throws: expected) { try options.check() }
        options = Self.options(.none, frames: 1)
        #expect(throws: PhantomError.parameter(name: "--frames", found: "1", expected: "2 to 60")) {
            try options.check()
        }
    }
}
