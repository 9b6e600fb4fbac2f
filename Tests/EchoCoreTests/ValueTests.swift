import EchoCore
import Foundation
import Testing

@Suite("The words") struct ValueTests {
    @Test("a content hash reads back its own digits and refuses others")
    func contentHash() throws {
        let hash = ContentHash(digest: (0..<32).map { UInt8($0 * 8) })
        #expect(hash.hex.hasPrefix("0008101820"))
        #expect(ContentHash(hex: hash.hex) == hash)
        #expect(ContentHash(hex: "abc") == nil)
        #expect(ContentHash(hex: hash.hex.uppercased()) == nil)
        #expect(try JSONDecoder().decode(ContentHash.self, from: JSONEncoder().encode(hash)) == hash)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(ContentHash.self, from: Data("\"abc\"".utf8))
        }
    }

    @Test("regions outside the picture are told apart from valid ones")
    func regions() {
        var facts = DICOMFacts()
        let inside = PixelRect(minX: 0, minY: 0, maxX: 319, maxY: 239)
        let outside = PixelRect(minX: 0, minY: 0, maxX: 639, maxY: 479)
        facts.regions = [inside, outside].map {
            UltrasoundRegion(bounds: $0, spatialFormat: 1, dataType: 1)
        }
        let clip = Clip(
            container: "dicom", codec: "raw", size: PictureSize(width: 320, height: 240),
            frameTimes: [0], dicom: facts)
        #expect(clip.validRegions.map(\.bounds) == [inside])
        #expect(clip.hasLyingRegions)
    }

    @Test("a fingerprint differs with everything that changes a vector, and not with the model's name")
    func fingerprint() {
        let base = Fingerprint(
            model: "a", weights: ContentHash(digest: [UInt8](repeating: 1, count: 32)), frames: .reference,
            channels: .bgr, zoom: 0.1, mask: .auto, precision: "fp32")
        var renamed = base
        renamed.model = "b"
        #expect(renamed.description == base.description)
        var others: [Fingerprint] = []
        for change in 0..<6 {
            var other = base
            switch change {
            case 0: other.weights = ContentHash(digest: [UInt8](repeating: 2, count: 32))
            case 1: other.frames = .paper
            case 2: other.channels = .rgb
            case 3: other.zoom = 0
            case 4: other.mask = .none
            default: other.precision = "bf16"
            }
            others.append(other)
        }
        #expect(Set((others + [base]).map(\.description)).count == 7)
    }

    @Test("a slot serves itself, and both serves either")
    func slots() {
        #expect(ModelSlot.both.serves(.prompt) && ModelSlot.both.serves(.similarity))
        #expect(ModelSlot.prompt.serves(.prompt) && !ModelSlot.prompt.serves(.similarity))
    }

    @Test("a failure's line gives reason, remedy and code")
    func failureLine() {
        #expect(
            EmbeddingError.nothingToAverage.description
                == "There is no embedding to average. Give at least one clip that could be embedded. "
                + "[embedding.nothingToAverage]")
    }
}
