#pragma once
// libav*'s headers, and names for the macros that Swift cannot import.
#include <libavcodec/avcodec.h>
#include <libavcodec/bsf.h>
#include <libavformat/avformat.h>
#include <libavutil/display.h>
#include <libavutil/imgutils.h>
#include <libavutil/log.h>
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
#include <libswscale/swscale.h>

static const int echo_averror_again = AVERROR(EAGAIN);
static const int echo_averror_end = AVERROR_EOF;
static const int echo_averror_io = AVERROR(EIO);
static const int echo_averror_refused = AVERROR(EACCES);
static const int echo_averror_invalid = AVERROR_INVALIDDATA;
static const int echo_averror_changed = AVERROR_INPUT_CHANGED;
static const int echo_averror_full = AVERROR(ENOSPC);
static const int echo_averror_memory = AVERROR(ENOMEM);
static const int64_t echo_no_timestamp = AV_NOPTS_VALUE;
