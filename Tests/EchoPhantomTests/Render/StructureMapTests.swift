import EchoCore
import EchoPhantom
import EchoTesting
import Testing

@Suite("Structure maps") struct StructureMapTests {
    private static let size = PictureSize(width: 224, height: 224)
    private static let whole = PixelRect(minX: 0, minY: 0, maxX: 223, maxY: 223)
    private static let cells = 28

    private func clip(_ view: EchoView, devices: Devices = Devices(), seed: UInt64) -> PhantomClip {
        var heart = HeartAnatomy()
        heart.devices = devices
        heart.pericardialEffusion = 0
        let acquisition = Acquisition.drawn(view: view, anatomy: heart, site: 1, seed: seed)
        return PhantomClip(
            anatomy: heart, view: view, acquisition: acquisition, kind: .bMode, size: Self.size,
            furniture: nil,
            seed: seed)
    }

    private func layer(_ structure: Structure, _ map: StructureMap) -> ArraySlice<UInt8> {
        let place = Structure.allCases.firstIndex(of: structure) ?? 0
        return map.shares[place * map.cells * map.cells..<(place + 1) * map.cells * map.cells]
    }

    @Test("give the ventricle the area that its pixels have", arguments: UInt64(0)..<12)
    func ventricleArea(seed: UInt64) {
        let clip = clip(seed.isMultiple(of: 2) ? .apicalFourChamber : .parasternalLongAxis, seed: seed)
        let map = clip.structureMap(0, window: Self.whole, cells: Self.cells)
        let shares = layer(.leftVentricle, map).reduce(0.0) { $0 + Double($1) / 255 }
        let pixels = Double(clip.leftVentriclePixels(0).count) / 64
        // What rib and lung hide is counted in pixels and not in the map.
        #expect(shares <= pixels * 1.04 + 1)
        #expect(shares >= pixels * 0.5)
    }

    @Test("hold the device in the view that shows it, and no other device", arguments: UInt64(0)..<12)
    func devices(seed: UInt64) {
        var devices = Devices()
        devices.hasPacemakerLead = true
        devices.mitralClips = 1
        let clip = clip(.apicalFourChamber, devices: devices, seed: seed)
        let maps = (0..<clip.frameCount).map {
            clip.structureMap($0, window: Self.whole, cells: Self.cells)
        }
        for structure in [Structure.pacemakerLead, .mitralClip] where clip.structures.contains(structure) {
            #expect(maps.contains { layer(structure, $0).contains { $0 > 100 } })
        }
        for structure in [Structure.mitralRing, .stentedValve, .surgicalValve, .pericardialEffusion] {
            #expect(maps.allSatisfy { layer(structure, $0).allSatisfy { $0 == 0 } })
        }
    }

    @Test("agree with what each frame's truth says is in the cut", arguments: UInt64(0)..<8)
    func agreesWithTruth(seed: UInt64) {
        var devices = Devices()
        devices.aorticValve = .stented
        let clip = clip(
            seed.isMultiple(of: 2) ? .parasternalLongAxis : .subcostal, devices: devices, seed: seed)
        let chambers: [Structure] = [.leftVentricle, .rightVentricle, .leftAtrium, .rightAtrium, .aorticRoot]
        for index in [0, clip.frameCount / 3, clip.frameCount - 1] {
            let seen = clip.truth(index).structures
            let map = clip.structureMap(index, window: Self.whole, cells: Self.cells)
            for structure in seen where structure != .pericardialEffusion {
                #expect(
                    layer(structure, map).contains { $0 > 0 }, "\(structure) is seen and nowhere in the map")
            }
            for structure in chambers where !seen.contains(structure) {
                // Less than the area that counts as seen, at the coarsest scale that is drawn.
                #expect(layer(structure, map).reduce(0.0) { $0 + Double($1) / 255 } < 12)
            }
        }
    }

    @Test("follow the window: half of the picture has half of the cells, at twice the scale")
    func window() {
        let clip = clip(.apicalFourChamber, seed: 3)
        let left = PixelRect(minX: 0, minY: 0, maxX: 111, maxY: 223)
        let whole = clip.structureMap(0, window: Self.whole, cells: 8)
        let half = clip.structureMap(0, window: left, cells: 8)
        func sum(_ map: StructureMap, columns: Range<Int>) -> Double {
            layer(.leftVentricle, map).enumerated().reduce(0.0) {
                columns.contains($1.offset % 8) ? $0 + Double($1.element) : $0
            }
        }
        let (inWhole, inHalf) = (sum(whole, columns: 0..<4), sum(half, columns: 0..<8))
        #expect(abs(inWhole * 2 - inHalf) <= 0.12 * inHalf + 255)
    }
}
