internal import EchoCore
internal import EchoEncode
internal import EchoTesting
internal import Testing

@Suite("Sector mask of made-up clips") struct SectorMaskTests {
    /// A regression set, no measure of accuracy: the thresholds were tuned on seeds 0 ..< 80, and the rounding of
    /// a sector's ends on 30,031 (where one furniture pixel had got in), 31,000 ..< 31,600 and 32,000 ..< 32,250.
    private static let tunedSeeds = Array(UInt64(0)..<80) + [30_031, 31_072, 31_089, 31_324]
    /// Never looked at before the thresholds were settled.
    ///
    /// All 250 seeds of 50,000 ..< 50,250 were judged once, on 2026-11-22: no banner pixel and no furniture pixel
    /// was let in, 1 clip was refused, the overlaps' median was 0.992 and the least 0.968. The test repeats 20.
    private static let heldOutSeeds = Array(UInt64(50_000)..<50_020)

    @Test(
        "finds the sector and leaves all furniture out, over 100 scanners",
        arguments: [tunedSeeds, heldOutSeeds])
    func findsSectors(seeds: [UInt64]) throws {
        var overlaps: [Double] = []
        var refused = 0
        for seed in seeds {
            let made = SyntheticClip(seed: seed)
            guard let mask = try? made.mask() else {
                refused += 1
                continue
            }
            overlaps.append(overlap(mask.pixels, made.truth))
            #expect(shared(mask.pixels, made.banner) == 0, "banner text of seed \(seed)")
            #expect(shared(mask.pixels, made.furniture) == 0, "furniture of seed \(seed)")
        }
        overlaps.sort()
        #expect(refused <= seeds.count / 20, "5 % of ordinary clips may be refused, not \(refused)")
        #expect(overlaps[overlaps.count / 2] >= 0.93, "median overlap with the truth")
        #expect(overlaps[0] >= 0.9, "worst overlap with the truth")
    }

    @Test(
        "refuses a clip whose banner runs into the sector, and leaves one out that ends beside it",
        arguments: UInt64(0)..<40)
    func refusesOverlappingText(seed: UInt64) throws {
        let made = SyntheticClip(seed: seed, banner: .overSector)
        guard shared(made.truth, made.banner) == 0 else {
            #expect(throws: MaskError.self, "text over tissue leaves a readable hole") { try made.mask() }
            return
        }
        #expect(shared(try made.mask().pixels, made.banner) == 0)
    }

    @Test("masks or refuses a label written over tissue, near the probe and deep", arguments: UInt64(0)..<20)
    func leavesLabelsOut(seed: UInt64) {
        let made = SyntheticClip(seed: seed, edgeMarks: false)
        for depth in [0.08, 0.4] {
            let (frames, label) = labeled(made, depth: depth)
            guard let mask = try? build(frames) else { continue }
            #expect(shared(mask.pixels, label) == 0, "at a depth of \(depth)")
        }
    }

    /// The clip with `LV` in the middle of its sector at a share of its depth, and the label's pixels in it.
    private func labeled(_ made: SyntheticClip, depth: Double) -> (frames: [Frame], label: [UInt8]) {
        let (width, height) = (made.clip.size.width, made.clip.size.height)
        let rows = made.truth.indices.filter { made.truth[$0] == 1 }.map { $0 / width }
        let top = (rows.first ?? 0) + Int(Double((rows.last ?? 0) - (rows.first ?? 0)) * depth)
        let inside = (0..<width).filter { made.truth[top * width + $0] == 1 }
        let left = ((inside.first ?? 0) + (inside.last ?? 0)) / 2
        var label = [UInt8](repeating: 0, count: made.truth.count)
        let dots = [
            "#...#...#", "#...#...#", "#...#...#", "#....#.#.", "#....#.#.", "#....#.#.", "###...#..",
        ]
        let scale = max(1, height / 300)
        for (row, line) in dots.enumerated() {
            for (column, dot) in line.enumerated() where dot == "#" {
                for cell in 0..<scale * scale {
                    let (x, y) = (left + column * scale + cell % scale, top + row * scale + cell / scale)
                    if made.truth[y * width + x] == 1 { label[y * width + x] = 1 }
                }
            }
        }
        let frames = made.frames.map { frame in
            Frame(
                index: frame.index, time: frame.time, size: frame.size,
                pixels: frame.pixels.indices.map { label[$0 / 3] == 1 ? 230 : frame.pixels[$0] })
        }
        return (frames, label)
    }

    @Test("gives the same mask and the same scaled frames under another name", arguments: UInt64(0)..<12)
    func ignoresTheName(seed: UInt64) throws {
        let one = SyntheticClip(seed: seed, bannerSeed: 1)
        let other = SyntheticClip(seed: seed, bannerSeed: 2)
        let isOther = one.frames != other.frames
        #expect(isOther)
        let (first, second) = (try one.mask(), try other.mask())
        let isSameMask = first == second
        #expect(isSameMask)
        let scaler = FrameScaler()
        for (left, right) in zip(one.frames, other.frames) {
            let isSame = scaler.scaled(left, mask: first) == scaler.scaled(right, mask: second)
            #expect(isSame, "frame \(left.index)")
        }
    }

    @Test("takes a clip that came masked as it is", arguments: UInt64(0)..<8)
    func acceptsMaskedClips(seed: UInt64) throws {
        let made = SyntheticClip(seed: seed, edgeMarks: false)
        let frames = made.frames.map { frame in
            Frame(
                index: frame.index, time: frame.time, size: frame.size,
                pixels: frame.pixels.indices.map { frame.pixels[$0] * made.truth[$0 / 3] })
        }
        let mask = try build(frames)
        let scaler = FrameScaler()
        for frame in frames {
            let isSame = scaler.scaled(frame, mask: mask) == scaler.scaled(frame)
            #expect(isSame, "frame \(frame.index): \(mask.reason)")
        }
    }

    @Test("refuses a black clip, a page of text and a picture that moves everywhere")
    func failsClosed() {
        let size = PictureSize(width: 320, height: 240)
        #expect(throws: MaskError.noFrames) { try build([], size: size) }
        #expect(throws: MaskError.noSector(share: 0, atLeast: 0.04)) {
            try build((0..<9).map { self.frame($0, size) { _ in 0 } })
        }
        #expect(throws: MaskError.self) {
            try build((0..<9).map { self.frame($0, size) { $0 / 320 % 12 < 7 && $0 % 5 < 2 ? 230 : 0 } })
        }
        var random = SplitMix64(seed: 3)
        let noise = (0..<9).map { index in self.frame(index, size) { _ in UInt8(random.next() >> 56) } }
        #expect(throws: MaskError.implausibleCoverage(found: 1, from: 0.08, to: 0.95)) { try build(noise) }
    }

    @Test("refuses two moving regions of equal size")
    func refusesDualViews() {
        let size = PictureSize(width: 320, height: 240)
        var random = SplitMix64(seed: 4)
        let frames = (0..<9).map { index in
            self.frame(index, size) { place in
                let column = place % 320
                let moves = (20..<140).contains(column) || (180..<300).contains(column)
                return moves && (20..<200).contains(place / 320) ? UInt8(random.next() >> 56) : 0
            }
        }
        #expect(throws: MaskError.self) { try build(frames) }
    }

    private func frame(_ index: Int, _ size: PictureSize, _ light: (Int) -> UInt8) -> Frame {
        let grey = (0..<size.pixelCount).map(light)
        return Frame(
            index: index, time: .milliseconds(33 * index), size: size, pixels: grey.flatMap { [$0, $0, $0] })
    }

    private func build(_ frames: [Frame], size: PictureSize? = nil) throws(MaskError) -> SectorMask {
        let extent = frames.first?.size ?? size ?? PictureSize(width: 1, height: 1)
        var builder = SectorMaskBuilder(
            clip: Clip(container: "avi", codec: "raw", size: extent, frameTimes: [0]))
        for frame in frames { builder.add(frame) }
        return try builder.build()
    }
}

/// Pixels in both.
func shared(_ first: [UInt8], _ second: [UInt8]) -> Int {
    zip(first, second).reduce(0) { $0 + Int($1.0 & $1.1) }
}

/// Pixels in both for each pixel in either.
func overlap(_ first: [UInt8], _ second: [UInt8]) -> Double {
    Double(shared(first, second)) / Double(zip(first, second).reduce(0) { $0 + Int($1.0 | $1.1) })
}
