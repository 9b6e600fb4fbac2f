public import EchoCore
import EchoDecode
import EchoEncode

/// What a clip's file says, what kind it is, and where its sector was found; no patient data.
public struct Inspection: Sendable, Encodable {
    /// How the file is packed.
    public let container: String
    /// How its pictures are coded.
    public let codec: String
    /// `WIDTHxHEIGHT`.
    public let size: String
    /// Frames in the file.
    public let frameCount: Int
    /// Time of the last frame.
    public let seconds: Double
    /// What it shows.
    public let kind: ClipKind
    /// What that rests on.
    public let kindReason: String
    /// How the sector was found; `nil` where it was not.
    public let maskMethod: String?
    /// Share of the picture inside.
    public let maskCoverage: Double?
    /// How, in words.
    public let maskReason: String?
    /// Why the sector cannot be trusted; `nil` where it can.
    public let maskProblem: String?
    /// DICOM's (0002,0010).
    public let transferSyntaxUid: String?
    /// DICOM's (0028,0004).
    public let photometricInterpretation: String?
    /// DICOM's (0008,0070).
    public let manufacturer: String?
    /// DICOM's (0008,1090).
    public let manufacturerModelName: String?
    /// The header's regions.
    public let regions: [UltrasoundRegion]
    /// Whether a region lies outside the picture.
    public let hasLyingRegions: Bool
    private let frames: [Frame]
    private let mask: SectorMask?

    enum CodingKeys: String, CodingKey {
        case container, codec, size, frameCount, seconds, kind, kindReason, maskMethod, maskCoverage
        case maskReason, maskProblem, transferSyntaxUid, photometricInterpretation, manufacturer
        case manufacturerModelName, regions, hasLyingRegions
    }

    /// Frames on a contact sheet, at most.
    static let sheetFrames = 12

    /// Reads the frames that an embedding would be surveyed on, once; holds at most twelve of them.
    ///
    /// - Throws: `DecodeError`; a sector that cannot be trusted is a finding, not an error.
    public init(path: String, frames rule: FrameRule, mask maskRule: MaskRule) throws {
        let wanted = try ClipReader(DecodeRequest(path: path, frames: rule))
        let clip = wanted.clip
        let surveyed = Survey.rule(for: rule, count: wanted.wanted.count, of: clip)
        let reader =
            surveyed == rule ? wanted : try ClipReader(DecodeRequest(path: path, frames: surveyed))
        let step = max(1, (reader.wanted.count + Self.sheetFrames - 1) / Self.sheetFrames)
        var classifier = ClipClassifier(clip: clip)
        var builder = SectorMaskBuilder(clip: clip)
        var held: [Frame] = []
        var place = 0
        while let frame = try reader.nextFrame() {
            classifier.add(frame)
            builder.add(frame)
            if place % step == 0 { held.append(frame) }
            place += 1
        }
        var problem: String?
        var found: SectorMask?
        if maskRule == .auto {
            do { found = try builder.build() } catch { problem = error.report.reason }
        }
        let classed = classifier.verdict()
        (frames, mask, maskProblem) = (held, found, problem)
        (container, codec, size) = (clip.container, clip.codec, clip.size.description)
        (frameCount, seconds) = (clip.frameCount, (clip.frameTimes.last ?? 0) / 1000)
        (kind, kindReason) = (classed.kind, classed.reason)
        (maskMethod, maskCoverage, maskReason) = (found?.method.rawValue, found?.coverage, found?.reason)
        transferSyntaxUid = clip.dicom?.transferSyntaxUID
        photometricInterpretation = clip.dicom?.photometricInterpretation
        manufacturer = clip.dicom?.manufacturer
        manufacturerModelName = clip.dicom?.manufacturerModelName
        regions = clip.dicom?.regions ?? []
        hasLyingRegions = clip.hasLyingRegions
    }

    /// Writes the held frames side by side, the mask drawn, as a PNG.
    ///
    /// - Throws: `DecodeError` where the file cannot be written.
    public func writeSheet(to path: String) throws {
        let sheet = ContactSheet(frames: frames, mask: mask)
        try PNGFile.write(rgb: sheet.pixels, size: sheet.size, to: path)
    }
}
