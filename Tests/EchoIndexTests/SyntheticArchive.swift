import EchoCore
import EchoIndex
import EchoTesting
import Foundation

/// An archive that a seed describes: item `n` is the same every time it is asked for.
struct SyntheticArchive: Sendable, Codable {
    let seed: UInt64
    var dimension = 16
    var framesPerClip = 3
    var clipsPerStudy = 4
    var slot = ModelSlot.similarity

    var space: EmbeddingSpace { Self.space(slot, dimension) }

    static func space(_ slot: ModelSlot, _ dimension: Int, channels: ChannelOrder = .bgr) -> EmbeddingSpace {
        let fingerprint = Fingerprint(
            model: "synthetic", weights: hash(7_777), frames: .reference, channels: channels, zoom: 0.1,
            mask: .auto, precision: "fp32")
        return EmbeddingSpace(slot: slot, fingerprint: fingerprint, dimension: dimension)
    }

    static func hash(_ number: UInt64) -> ContentHash {
        var random = SplitMix64(seed: number)
        return ContentHash(digest: (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) })
    }

    /// A random direction; from a coarse grid, so that equal scores do occur.
    static func embedding(_ dimension: Int, using random: inout SplitMix64, grid: Int = 0) throws -> Embedding
    {
        var values = (0..<dimension).map { _ in
            grid > 0
                ? Float(Int.random(in: -grid...grid, using: &random))
                : Float.random(in: -1...1, using: &random)
        }
        if values.allSatisfy({ $0 == 0 }) { values[0] = 1 }
        return try Embedding(normalizing: values)
    }

    func contentHash(_ number: Int) -> ContentHash { Self.hash(seed &* 1_000_003 &+ UInt64(number)) }

    func clipID(_ number: Int) -> ClipID { ClipID(content: contentHash(number)) }

    func studyKey(ofClip number: Int) -> String { "1.2.840.\(seed).\(number / clipsPerStudy)" }

    func clip(_ number: Int, grid: Int = 0) throws -> NewClip {
        var random = SplitMix64(seed: seed ^ UInt64(number) &* 0x9E37_79B9)
        let study = number / clipsPerStudy
        let kind: ClipKind = number % 5 == 4 ? .color : .bMode
        var dicom = DICOMFacts()
        dicom.sopInstanceUID = "1.2.840.\(seed).\(study).\(number)"
        dicom.studyInstanceUID = studyKey(ofClip: number)
        dicom.seriesInstanceUID = "1.2.840.\(seed).\(study).s"
        dicom.patientID = study % 7 == 6 ? nil : "P\(study / 3)"
        dicom.studyDate = String(20_200_101 + study % 28)
        dicom.studyTime = "10\(10 + study % 50)00"
        dicom.accessionNumber = "A\(study)"
        dicom.institutionName = study % 2 == 0 ? "north" : "south"
        dicom.manufacturer = number % 3 == 0 ? "Maker A" : "Maker B"
        dicom.manufacturerModelName = "M1"
        dicom.heartRate = 61.5
        let clip = Clip(
            container: "dicom", codec: "mjpeg", size: PictureSize(width: 640, height: 480),
            frameTimes: (0..<framesPerClip).map { Double($0) * 33.3 }, dicom: dicom)
        let frames = try (0..<framesPerClip).map { _ in
            try Self.embedding(dimension, using: &random, grid: grid)
        }
        return NewClip(
            path: "/archive/Doe_Jane_\(number).dcm", contentHash: contentHash(number),
            byteCount: 1_000 + number,
            identity: StudyIdentity(dicom: dicom), clip: clip,
            classed: ClipClass(kind, reason: "region tags: \(kind.rawValue)"),
            view: number % 2 == 0 ? "a4c" : "plax", labels: number % 6 == 0 ? ["pacemaker"] : [],
            framesUsed: Array(0..<framesPerClip), mask: MaskFacts(method: "region tags", coverage: 0.5),
            vectors: [try vectors(frames)])
    }

    /// Frames that cancel out are as good as the first alone.
    private func vectors(_ frames: [Embedding]) throws -> NewClipVectors {
        do {
            return try NewClipVectors(space: space, frames: frames)
        } catch EmbeddingError.noDirection {
            return try NewClipVectors(space: space, frames: frames.map { _ in frames[0] })
        }
    }

    /// What becomes of input file `n`: mostly a clip, sometimes a copy, a skip or a quarantine.
    func item(_ number: Int) throws -> IngestedItem {
        if number % 11 == 9 {
            return .leftOut(
                LeftOutFile(
                    path: "/archive/\(number).txt", contentHash: contentHash(number), byteCount: 3,
                    state: number % 2 == 0 ? .skipped : .quarantined, code: "decode.notAClip",
                    reason: "It holds no pictures."))
        }
        if number % 13 == 12 {
            var copy = try clip(number - 12)
            copy.path = "/archive/copy_\(number).dcm"
            return .embedded(copy)
        }
        return .embedded(try clip(number))
    }

    func items(_ numbers: Range<Int>) throws -> [IngestedItem] { try numbers.map { try item($0) } }

    func makeIndex(at path: String) async throws -> StudyIndex {
        let index = try await StudyIndex.open(at: path, for: .write)
        try await index.registerSpace(space)
        return index
    }

    /// The vector files by name.
    static func vectorFiles(at path: String) throws -> [String: Data] {
        let folder = URL(filePath: path).appending(path: "vectors")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try Dictionary(
            uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: folder.appending(path: $0))) })
    }
}
