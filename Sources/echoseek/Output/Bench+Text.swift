import EchoEncode
import EchoService

extension BenchTimes {
    /// The median, the spread, and the machine.
    func lines(on place: BenchPlace) -> [String] {
        [
            "median of \(runs): \(Decimals.milliseconds(secondsMedian)) ms, from "
                + "\(Decimals.milliseconds(secondsFastest)) to \(Decimals.milliseconds(secondsSlowest)); processor "
                + "time \(Decimals.milliseconds(processorSecondsMedian)) ms",
            "\(place.processor), \(place.instructions), \(place.processors) processors, load "
                + "\(Decimals.percent(place.load)) before",
        ]
    }
}

extension EncodeBench {
    /// For a person.
    var lines: [String] {
        [
            "\(model), \(precision.rawValue), batch \(batch), \(Counted.of(threads, "thread")): "
                + "\(Decimals.rate(framesPerSecond)) frames/s",
            "\(Decimals.rate(framesPerProcessorSecond)) frames for a second of one processor, "
                + "\(Decimals.percent(percentOfPeak)) % of its peak of "
                + "\(Decimals.percent(peakOperationsPerSecond / 1e9)) thousand million operations a second",
            "smallest cosine against the plain fp32 path: \(Decimals.six(minCosine))",
        ] + times.lines(on: place)
    }
}

extension TextBench {
    /// For a person.
    var lines: [String] {
        [
            "\(model), \(tokens) tokens, batch \(batch), \(Counted.of(threads, "thread")): "
                + "\(Decimals.rate(textsPerSecond)) texts/s",
            "\(Decimals.rate(textsPerProcessorSecond)) texts for a second of one processor, "
                + "\(Decimals.percent(percentOfPeak)) % of its peak",
            "smallest cosine against the plain path: \(Decimals.six(minCosine))",
        ] + times.lines(on: place)
    }
}

extension DecodeBench {
    /// For a person.
    var lines: [String] {
        [
            "\(Counted.of(frameCount, "frame")) (\(frames)): \(Decimals.rate(framesPerSecond)) frames/s, "
                + "\(Decimals.rate(framesPerProcessorSecond)) for a second of one processor"
        ] + times.lines(on: place)
    }
}

extension SearchBench {
    /// For a person.
    var lines: [String] {
        [
            "\(vectors) vectors of \(dimension): \(Decimals.rate(queriesPerSecond)) questions/s, "
                + "\(Decimals.bytes(Int(bytesPerSecond)))/s, "
                + "\(Decimals.percent(percentOfPeak)) % of the processor's peak"
        ] + times.lines(on: place)
    }
}
