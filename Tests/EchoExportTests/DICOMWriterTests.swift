import EchoCore
import EchoDecode
import EchoExport
import EchoTesting
import Foundation
import Testing

@Suite("DICOM files") struct DICOMWriterTests {
    /// One way to write: coding, gray or color, frames, even or uneven times, the pictures' size.
    struct Case: CustomTestStringConvertible {
        let coding: DICOMCoding
        let isGray: Bool
        let frames: Int
        let isEven: Bool
        let size: PictureSize

        var testDescription: String {
            "\(coding) \(isGray ? "gray" : "color") \(frames) \(isEven ? "even" : "uneven") \(size)"
        }

        var scene: ExportScene {
            ExportScene(
                size: size, isGray: isGray,
                times: isEven ? ExportScene.even(frames) : ExportScene.uneven(frames))
        }

        static let all = DICOMCoding.allCases.flatMap { coding in
            [true, false].flatMap { isGray in
                [(1, true, 224, 224), (7, true, 63, 47), (9, false, 160, 120), (3, true, 640, 480)].map {
                    Case(
                        coding: coding, isGray: isGray, frames: $0.0, isEven: $0.1,
                        size: PictureSize(width: $0.2, height: $0.3))
                }
            }
        }
    }

    private func write(_ tried: Case, _ scene: ExportScene, to path: String) throws -> ExportClip {
        var facts = DICOMDescription(
            patientID: "PHANTOM-000012", patientName: "PHANTOM^000012",
            studyInstanceUID: "2.25.17", seriesInstanceUID: "2.25.18", sopInstanceUID: "2.25.19",
            studyDate: "20240229", kind: tried.isGray ? .bMode : .color, hasBurnedInAnnotation: true)
        (facts.studyTime, facts.contentTime) = ("101500", "101600")
        (facts.accessionNumber, facts.studyID) = ("PHANTOM-000012-2", "2")
        (facts.manufacturer, facts.manufacturerModelName) = ("EchoSeek phantom", "site-a")
        facts.seriesDescription = "Längsachse"
        facts.heartRate = 71
        let (width, height) = (tried.size.width, tried.size.height)
        let region = UltrasoundRegion(
            bounds: PixelRect(minX: 2, minY: 3, maxX: width - 4, maxY: height - 5), spatialFormat: 1,
            dataType: tried.isGray ? 1 : 2, centimetersPerPixelX: 0.0625, centimetersPerPixelY: 0.0625)
        let clip = ExportClip(
            size: scene.size, frameTimes: scene.times, isGray: scene.isGray, regions: [region],
            comment: "simulated")
        var writer = try DICOMWriter(path: path, clip: clip, description: facts, coding: tried.coding)
        for frame in scene.frames { try writer.add(frame) }
        try writer.finish()
        return clip
    }

    @Test("decode to what was written, with header and times", arguments: Case.all)
    func roundTrip(tried: Case) throws {
        let scratch = try ScratchFolder()
        let scene = tried.scene
        let written = try write(tried, scene, to: scratch.path("clip.dcm"))
        let reader = try ClipReader(DecodeRequest(path: scratch.path("clip.dcm"), frames: .all))
        let facts = try #require(reader.clip.dicom)
        #expect(reader.clip.size == tried.size)
        #expect(reader.clip.frameCount == tried.frames)
        for (found, wanted) in zip(reader.clip.frameTimes, scene.times) { #expect(abs(found - wanted) < 1) }
        #expect(facts.regions == written.regions)
        #expect(facts.patientID == "PHANTOM-000012")
        #expect(facts.accessionNumber == "PHANTOM-000012-2")
        #expect((facts.studyInstanceUID, facts.sopInstanceUID) == ("2.25.17", "2.25.19"))
        #expect(facts.heartRate == 71)
        #expect(facts.manufacturer == "EchoSeek phantom")
        var place = 0
        while let frame = try reader.nextFrame() {
            switch tried.coding {
            case .uncompressed: #expect(frame.pixels == scene.frames[place].pixels)
            case .jpeg: #expect(ExportScene.grayDifference(frame, scene.frames[place]) <= 3)
            }
            place += 1
        }
        #expect(place == tried.frames)
    }

    @Test("are valid for DCMTK and for dciodvfy", arguments: Case.all)
    func validity(tried: Case) throws {
        let scratch = try ScratchFolder()
        let path = scratch.path("clip.dcm")
        _ = try write(tried, tried.scene, to: path)
        #expect(try Peer("dcmftest", [path]).output.hasPrefix("yes:"))
        let dump = try Peer("dcmdump", [path])
        #expect(dump.status == 0)
        #expect(!dump.output.contains("W:") && !dump.output.contains("E:"), "\(dump.output)")
        #expect(dump.output.contains("(0028,0301) CS [YES]"))
        let kind = tried.frames > 1 ? "UltrasoundMultiframeImageStorage" : "UltrasoundImageStorage"
        #expect(dump.output.contains("(0008,0016) UI =\(kind) "))
        let verdict = try Peer("dciodvfy", ["-new", path])
        let complaints = verdict.output.split(separator: "\n").filter { $0.hasPrefix("Error") }
        #expect(complaints.isEmpty, "\(complaints)")
        #expect(verdict.output.contains(tried.frames > 1 ? "USMultiFrameImage" : "USImage"))
        let head = try Data(contentsOf: URL(filePath: path)).prefix(132)
        #expect(Array(head) == [UInt8](repeating: 0, count: 128) + Array("DICM".utf8))
    }

    @Test("give pydicom the pixels that were written", arguments: Case.all)
    func peerPixels(tried: Case) throws {
        let scratch = try ScratchFolder()
        let scene = tried.scene
        _ = try write(tried, scene, to: scratch.path("clip.dcm"))
        _ = try scratch.write(scene.frames.flatMap(\.pixels), to: "wanted.rgb")
        let script = Fixtures.root.appending(path: "Tests/EchoExportTests/Peers/compare_pixels.py").path
        let peer = try Peer(
            Peer.python,
            [
                script, scratch.path("clip.dcm"), scratch.path("wanted.rgb"),
                tried.coding == .uncompressed ? "0" : "3",
            ])
        #expect(peer.status == 0, "\(peer.output)")
    }

    @Test("are the same bytes each time", arguments: DICOMCoding.allCases)
    func determinism(coding: DICOMCoding) throws {
        let scratch = try ScratchFolder()
        let tried = Case(
            coding: coding, isGray: false, frames: 4, isEven: true,
            size: PictureSize(width: 90, height: 61))
        _ = try write(tried, tried.scene, to: scratch.path("one"))
        _ = try write(tried, tried.scene, to: scratch.path("two"))
        #expect(
            FileManager.default.contents(atPath: scratch.path("one"))
                == FileManager.default.contents(atPath: scratch.path("two")))
    }

    @Test("leave nothing where the writer is dropped, and refuse a folder that is not there")
    func dropped() throws {
        let scratch = try ScratchFolder()
        let scene = ExportScene(
            size: PictureSize(width: 64, height: 48), isGray: true, times: ExportScene.even(5))
        let clip = ExportClip(size: scene.size, frameTimes: scene.times, isGray: true)
        let facts = DICOMDescription(
            patientID: "P", patientName: "P", studyInstanceUID: "2.25.1", seriesInstanceUID: "2.25.2",
            sopInstanceUID: "2.25.3", studyDate: "20240101", kind: .bMode, hasBurnedInAnnotation: false)
        func begin(at path: String) throws {
            var writer = try DICOMWriter(
                path: path, clip: clip, description: facts, coding: .uncompressed)
            try writer.add(scene.frames[0])
        }
        try begin(at: scratch.path("clip.dcm"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).isEmpty)
        #expect(throws: ExportError.unwritable(status: ENOENT)) { try begin(at: scratch.path("no/clip.dcm")) }
    }
}
