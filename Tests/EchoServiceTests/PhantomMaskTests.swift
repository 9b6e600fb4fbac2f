import EchoCore
import EchoDecode
import EchoEncode
import EchoExport
import EchoPhantom
import EchoTesting
import Foundation
import Testing

@Suite("The sector mask on simulated clips") struct PhantomMaskTests {
    /// A furnished clip in a file without tags.
    struct Case: CustomTestStringConvertible {
        let format: VideoFormat
        let view: EchoView
        let kind: ClipKind
        let site: Int
        let seed: UInt64

        var testDescription: String { "\(format) \(view.rawValue) \(kind) site \(site) seed \(seed)" }

        /// Each view, the sites in turn.
        static func all(_ seeds: Range<UInt64>) -> [Case] {
            seeds.flatMap { seed in
                EchoView.allCases.enumerated().map { place, view in
                    let turn = place + Int(seed)
                    return Case(
                        format: turn % 2 == 0 ? .avi : .mp4, view: view,
                        kind: turn % 4 == 3 ? .color : .bMode,
                        site: turn % PhantomSite.allCases.count, seed: seed)
                }
            }
        }
    }

    /// More by the environment, for a measurement.
    private static let seeds: Range<UInt64> = {
        let asked = ProcessInfo.processInfo.environment["ECHO_MASK_SEEDS"].flatMap { UInt64($0) }
        return 100..<100 + (asked ?? 2)
    }()

    @Test("shows nearly all of the sector and lets no furniture in")
    func fits() throws {
        let scratch = try ScratchFolder()
        var shown: [Double] = []
        var (refused, furnished) = ([String](), [String]())
        let cases = Case.all(Self.seeds)
        for tried in cases {
            let path = scratch.path("clip." + tried.format.rawValue)
            let clip = clip(tried)
            try write(clip, as: tried.format, to: path)
            do {
                let (mask, lit) = try look(at: path)
                let fit = Self.compare(mask, clip, lit)
                shown.append(fit.shown)
                if fit.letIn > 0 { furnished.append("\(tried.testDescription): \(fit.letIn) pixels") }
            } catch let error as MaskError {
                refused.append("\(tried.testDescription): \(error.report.reason)")
            }
        }
        let mean = shown.reduce(0, +) / Double(max(1, shown.count))
        let summary = "\(cases.count) clips, shown \(mean) in the mean, \(shown.min() ?? 0) at least"
        #expect(furnished.isEmpty, "\(furnished) of \(summary)")
        #expect(refused.count * 20 <= cases.count, "\(refused) of \(summary)")
        #expect(mean > 0.93, "\(summary)")
    }

    private func clip(_ tried: Case) -> PhantomClip {
        let heart = PhantomPopulation(seed: tried.seed).patient(0).studies[0].anatomy
        let acquisition = Acquisition.drawn(
            view: tried.view, anatomy: heart, site: tried.site, seed: tried.seed)
        return PhantomClip(
            anatomy: heart, view: tried.view, acquisition: acquisition, kind: tried.kind,
            size: PictureSize(width: 640, height: 480),
            furniture: Furniture(site: tried.site, name: "PHANTOM^000001", seed: tried.seed),
            seed: tried.seed)
    }

    private func write(_ clip: PhantomClip, as format: VideoFormat, to path: String) throws {
        let about = ExportClip(size: clip.size, frameTimes: clip.frameTimes, isGray: false)
        var writer = try VideoWriter(path: path, clip: about, format: format)
        for index in 0..<clip.frameCount { try writer.add(clip.frame(index)) }
        try writer.finish()
    }

    /// The mask as inference finds it, and the pixels that are lit in some frame.
    private func look(at path: String) throws -> (mask: SectorMask, lit: [Bool]) {
        let reader = try ClipReader(DecodeRequest(path: path, frames: .reference))
        var builder = SectorMaskBuilder(clip: reader.clip)
        var lit = [Bool](repeating: false, count: reader.clip.size.pixelCount)
        while let frame = try reader.nextFrame() {
            builder.add(frame)
            for place in lit.indices where frame.pixels[place * 3 + 1] > Self.visible { lit[place] = true }
        }
        return (try builder.build(), lit)
    }

    /// The gray level above which a furniture's pixel can be read.
    private static let visible: UInt8 = 60

    /// The share of the sector's lit pixels that is shown, and how many lit pixels beyond its rim are.
    private static func compare(
        _ mask: SectorMask, _ clip: PhantomClip, _ lit: [Bool]
    ) -> (shown: Double, letIn: Int) {
        let width = mask.size.width
        var sector = [UInt8](repeating: 0, count: mask.size.pixelCount)
        for place in clip.sectorPixels { sector[place] = 1 }
        var (inside, shown, letIn) = (0, 0, 0)
        for place in lit.indices where lit[place] {
            if sector[place] == 1 {
                (inside, shown) = (inside + 1, shown + Int(mask.pixels[place]))
            } else if mask.pixels[place] == 1, !isAtRim(place, sector, width) {
                letIn += 1
            }
        }
        return (Double(shown) / Double(max(1, inside)), letIn)
    }

    /// Whether the sector is within two pixels, where a codec blurs it across its rim.
    private static func isAtRim(_ place: Int, _ sector: [UInt8], _ width: Int) -> Bool {
        for row in -2...2 {
            for column in -2...2 {
                let near = place + row * width + column
                if sector.indices.contains(near), sector[near] == 1 { return true }
            }
        }
        return false
    }
}
