// The picture as bitmaps, so that little has to be drawn while the view moves. One holds lines and signs, with room around what is in sight:
// as long as they stay where they are and as large as they are, it is shown again, shifted. While the view is dragged (or zoomed, where there is
// much to draw) another is shown that has the labels as well, just as they stood; when the motion ends, all is as it should be again.
const ROOM = 0.25, MUCH = 1500;
const bitmaps = { base: null, moving: null, still: null, stamp: 0, canvases: {} };

/** From where the plane is looked at: the point in the middle, the scale, the size of the canvas, and how many of its dots make a pixel. */
function viewNow() {
  const canvas = picture.network.canvas.frame.canvas, { x, y } = picture.network.getViewPosition();
  return { x, y, scale: picture.network.getScale(), width: canvas.clientWidth, height: canvas.clientHeight, ratio: canvas.width / canvas.clientWidth || 1 };
}
/** What is drawn has changed. */
function forgetBitmaps() { bitmaps.stamp += 1; }

/** Draw the picture as it now should be. */
function drawPicture(ctx) {
  const now = viewNow(), { dragging, zooming } = picture.network.renderer;
  if ((dragging && !picture.carried) || (zooming && picture.much)) {
    if (!serves(bitmaps.moving, now, zooming)) bitmaps.moving = withLabels(zooming && serves(bitmaps.base, now, true) ? bitmaps.still : now);
    return show(ctx, bitmaps.moving, now);
  }
  bitmaps.moving = null;
  bitmaps.still = now;
  show(ctx, baseFor(now), now);
  drawOver(ctx, now, [0, 0]);
}

/** Whether a bitmap has what is in sight, in the right size (or, while zooming, in any). */
function serves(bitmap, now, anySize) {
  if (!bitmap || bitmap.stamp !== bitmaps.stamp || ["width", "height", "ratio"].some((name) => bitmap.view[name] !== now[name])) return false;
  const { view, room } = bitmap, far = (a, b, k) => Math.abs(a - b) * view.scale > room[k] + 0.5;
  return anySize || (view.scale === now.scale && !far(view.x, now.x, 0) && !far(view.y, now.y, 1));
}
function newBitmap(name, view, room) {
  const canvas = (bitmaps.canvases[name] = bitmaps.canvases[name] || document.createElement("canvas"));
  canvas.width = Math.round((view.width + 2 * room[0]) * view.ratio); canvas.height = Math.round((view.height + 2 * room[1]) * view.ratio);
  return { canvas, view, room, stamp: bitmaps.stamp };
}

/** Lines and signs for this view; while a sign is carried, only what is in sight. */
function baseFor(view) {
  if (serves(bitmaps.base, view)) return bitmaps.base;
  const room = picture.carried ? [0, 0] : [Math.round(view.width * ROOM), Math.round(view.height * ROOM)];
  const bitmap = newBitmap("base", view, room), ctx = bitmap.canvas.getContext("2d"), { scale, ratio } = view;
  const w = view.width / 2 + room[0], h = view.height / 2 + room[1], unit = ratio * scale;
  const stretch = { scale, left: view.x - w / scale, right: view.x + w / scale, top: view.y - h / scale, bottom: view.y + h / scale };
  ctx.setTransform(unit, 0, 0, unit, ratio * w - view.x * unit, ratio * h - view.y * unit);
  drawLines(ctx, stretch);
  drawSigns(ctx, stretch);
  return (bitmaps.base = bitmap);
}
/** The same with highlight and labels: those in sight as they stand, then those of the room around. */
function withLabels(view) {
  const base = baseFor(view), bitmap = newBitmap("moving", base.view, base.room), ctx = bitmap.canvas.getContext("2d");
  ctx.drawImage(base.canvas, 0, 0);
  drawOver(ctx, view, [0, 1].map((k) => base.room[k] + (k ? view.y - base.view.y : view.x - base.view.x) * view.scale), base.room);
  return bitmap;
}

/** Put a bitmap where it belongs. */
function show(ctx, { canvas, view, room }, now) {
  const k = now.scale / view.scale, at = (from, eye, half, side, around) => now.ratio * ((from - (half + around) / view.scale - eye) * now.scale + half);
  const x = at(view.x, now.x, now.width / 2, 0, room[0]), y = at(view.y, now.y, now.height / 2, 1, room[1]);
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  if (k === 1) ctx.drawImage(canvas, Math.round(x), Math.round(y));
  else ctx.drawImage(canvas, x, y, canvas.width * k, canvas.height * k);
  ctx.restore();
}
