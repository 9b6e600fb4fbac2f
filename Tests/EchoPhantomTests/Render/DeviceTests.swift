import EchoCore
import EchoPhantom
import Testing

@Suite("Devices in the picture") struct DeviceTests {
    /// A device, where it is best seen, and how it is put in.
    enum Device: CaseIterable {
        case lead, clip, ring, stent, surgical

        var structure: Structure {
            switch self {
            case .lead: .pacemakerLead
            case .clip: .mitralClip
            case .ring: .mitralRing
            case .stent: .stentedValve
            case .surgical: .surgicalValve
            }
        }

        var view: EchoView {
            switch self {
            case .lead: .apicalFourChamber
            case .clip, .ring: .apicalFourChamber
            case .stent, .surgical: .apicalThreeChamber
            }
        }

        func put(into anatomy: inout HeartAnatomy) {
            switch self {
            case .lead: anatomy.devices.hasPacemakerLead = true
            case .clip: anatomy.devices.mitralClips = 1
            case .ring: anatomy.devices.hasMitralRing = true
            case .stent: anatomy.devices.aorticValve = .stented
            case .surgical: anatomy.devices.aorticValve = .surgical
            }
        }
    }

    @Test("are bright where they are, in most clips of their view", arguments: Device.allCases)
    func areBright(device: Device) {
        var seen = 0
        for seed in UInt64(0)..<12 {
            let without = PhantomCase.anatomy(seed)
            var with = without
            device.put(into: &with)
            let clip = PhantomCase.clip(with, device.view, seed: seed)
            guard clip.structures.contains(device.structure) else { continue }
            seen += 1
            let bare = PhantomCase.grays(PhantomCase.clip(without, device.view, seed: seed), 0)
            let gains = zip(PhantomCase.grays(clip, 0), bare).map { Int($0) - Int($1) }
            let brighter = gains.filter { $0 > 30 }.count
            let darker = gains.filter { $0 < -30 }.count
            #expect(
                brighter > 25 && brighter > darker, "seed \(seed): \(brighter) brighter, \(darker) darker")
        }
        #expect(seen >= 8, "in view in \(seen) of 12 clips")
    }

    @Test("are not in a heart without them", arguments: EchoView.allCases)
    func areNotThereWithout(view: EchoView) {
        let devices: Set<Structure> = [
            .pacemakerLead, .mitralClip, .mitralRing, .stentedValve, .surgicalValve,
        ]
        for seed in UInt64(0)..<3 {
            let clip = PhantomCase.clip(PhantomCase.anatomy(seed), view, seed: seed)
            #expect(devices.isDisjoint(with: clip.structures))
        }
    }

    @Test("aside, fluid around the heart is dark and in the truth", arguments: UInt64(0)..<4)
    func fluidIsDark(seed: UInt64) {
        var anatomy = PhantomCase.anatomy(seed)
        anatomy.pericardialEffusion = 0
        let dry = PhantomCase.clip(anatomy, .shortAxisPapillary, seed: seed)
        anatomy.pericardialEffusion = 2
        let wet = PhantomCase.clip(anatomy, .shortAxisPapillary, seed: seed)
        #expect(
            wet.structures.contains(.pericardialEffusion) && !dry.structures.contains(.pericardialEffusion))
        // Cells that are fluid all over: what lies there in a dry heart is brighter.
        let fluid = Self.cells(of: .pericardialEffusion, in: wet)
        #expect(fluid.count > 3)
        let (dark, bright) = (Self.mean(wet, fluid), Self.mean(dry, fluid))
        #expect(
            dark < 0.6 * bright, "fluid has a gray level of \(dark), the same places without it \(bright)")
    }

    private static let side = 28

    /// Cells of 8 by 8 pixels of the first frame that a structure fills.
    private static func cells(of structure: Structure, in clip: PhantomClip) -> [Int] {
        let whole = PixelRect(minX: 0, minY: 0, maxX: 223, maxY: 223)
        let map = clip.structureMap(0, window: whole, cells: side)
        let first = (Structure.allCases.firstIndex(of: structure) ?? 0) * side * side
        return (0..<side * side).filter { map.shares[first + $0] > 250 }
    }

    private static func mean(_ clip: PhantomClip, _ cells: [Int]) -> Double {
        let pixels = clip.frame(0).pixels
        var sum = 0
        for cell in cells {
            for pixel in 0..<64 {
                let (row, column) = (cell / side * 8 + pixel / 8, cell % side * 8 + pixel % 8)
                sum += Int(pixels[(row * 224 + column) * 3])
            }
        }
        return Double(sum) / Double(max(1, cells.count * 64))
    }
}
