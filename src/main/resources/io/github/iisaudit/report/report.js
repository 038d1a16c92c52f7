(function () {
  'use strict';
  var $ = function (id) { return document.getElementById(id); };
  var words = [], found = [], lower = [];
  function read(text) {
    JSON.parse(text).forEach(function (it) { (typeof it === 'string' ? words : found).push(it); });
    found.sort(function (a, b) { return a[0] - b[0]; });
    document.documentElement.className = 'on';
    filter();
    follow();
  }
  var isFleet = $('list').dataset.fleet === 'true';
  var SEVERITIES = ['error', 'warning', 'note'];
  var S = 0, RULE = 1, SERVER = 2, FILE = 3, LINE = 4, COLUMN = 5, PATHS = 6, MESSAGE = 7, EXCERPT = 8, FROM = 9, LENGTH = 10, LABEL = 11, FIX = 12, MORE = 13, PRINT = 14;
  var PAGE = 100, shown = PAGE, hits = [];
  function el(name, text, style) {
    var e = document.createElement(name);
    if (text) { e.textContent = text; }
    if (style) { e.className = style; }
    return e;
  }
  function row(list, name, text) {
    if (text) { list.append(el('dt', name), el('dd', text)); }
  }
  function body(f) {
    var into = el('div', '', 'in'), text = words[f[EXCERPT]], list = el('dl');
    into.append(el('p', words[f[MESSAGE]]));
    if (text) {
      var pre = el('pre');
      pre.tabIndex = 0;
      pre.append(text.slice(0, f[FROM]), el('mark', text.slice(f[FROM], f[FROM] + f[LENGTH])), text.slice(f[FROM] + f[LENGTH]));
      into.append(pre);
    }
    into.append(list);
    row(list, 'file', words[f[FILE]] + ':' + f[LINE] + ':' + f[COLUMN]);
    row(list, 'what', words[f[LABEL]]);
    row(list, 'at', words[f[PATHS]].split('\n').join(', '));
    words[f[MORE]].split('\n').forEach(function (line) {
      var tab = line.indexOf('\t');
      row(list, line.slice(0, tab), line.slice(tab + 1));
    });
    row(list, 'fix', words[f[FIX]]);
    var more = el('p'), rule = el('a', 'why, and what to do: ' + words[f[RULE]]), self = el('a', 'link to this finding');
    rule.href = '#rule-' + words[f[RULE]];
    self.href = '#f=' + encodeURIComponent(words[f[SERVER]]) + '/' + f[PRINT];
    more.append(rule, ' · ', self);
    into.append(more);
    return into;
  }
  function short(file) {
    var names = file.split('/');
    return names.length < 4 ? file : '…/' + names.slice(-2).join('/');
  }
  function some(paths) {
    return paths.slice(0, 3).join(', ') + (paths.length > 3 ? ' and ' + (paths.length - 3) + ' more' : '');
  }
  function item(f) {
    var d = el('details', '', 'f'), s = el('summary');
    s.append(el('span', SEVERITIES[f[S]], 'badge ' + SEVERITIES[f[S]]), el('b', words[f[RULE]]),
        ' ' + (isFleet ? words[f[SERVER]] + ' ' : ''), el('code', short(words[f[FILE]]) + ':' + f[LINE]),
        el('span', ' ' + some(words[f[PATHS]].split('\n')), 'dim'));
    d.append(s);
    d.addEventListener('toggle', function () { if (d.open && d.childNodes.length === 1) { d.append(body(f)); } });
    return d;
  }
  function render() {
    $('list').replaceChildren.apply($('list'), hits.slice(0, shown).map(item));
    $('more').hidden = hits.length <= shown;
    $('count').textContent = hits.length + ' of ' + found.length + ' findings' + (hits.length > shown ? ', ' + shown + ' shown' : '');
  }
  function filter() {
    var q = $('q').value.trim().toLowerCase(), server = $('server').value.trim().toLowerCase(), site = $('site').value.trim().toLowerCase();
    var rule = $('rule').value, severity = $('severity').value, has = null, at = null, of = null;
    if (!lower.length) { lower = words.map(function (w) { return w.toLowerCase(); }); }
    if (q) { has = lower.map(function (w) { return w.indexOf(q) >= 0; }); }
    if (server) { of = lower.map(function (w) { return w.indexOf(server) >= 0; }); }
    if (site) {
      at = lower.map(function (w) {
        return w.indexOf(site) >= 0 && w.split('\n').some(function (p) { return p === site || p.indexOf(site + '/') === 0; });
      });
    }
    hits = found.filter(function (f) {
      return (!severity || f[S] <= +severity) && (!rule || words[f[RULE]] === rule) && (!of || of[f[SERVER]]) && (!at || at[f[PATHS]])
          && (!has || has[f[RULE]] || has[f[SERVER]] || has[f[FILE]] || has[f[PATHS]] || has[f[MESSAGE]] || has[f[EXCERPT]] || has[f[FIX]] || has[f[MORE]]);
    });
    shown = PAGE;
    render();
  }
  function follow() {
    var hash = decodeURIComponent(location.hash), target;
    if (hash.indexOf('#server=') === 0) { $('form').reset(); $('server').value = hash.slice(8); filter(); $('findings').scrollIntoView(); }
    if (hash.indexOf('#only=') === 0) { $('form').reset(); $('rule').value = hash.slice(6); filter(); $('findings').scrollIntoView(); }
    if (hash.indexOf('#f=') === 0) {
      hits = found.filter(function (f) { return words[f[SERVER]] + '/' + f[PRINT] === hash.slice(3); });
      shown = PAGE;
      render();
      if ($('list').firstChild) { $('list').firstChild.open = true; }
      $('findings').scrollIntoView();
    }
    if (hash.indexOf('#rule-') === 0 && (target = $(hash.slice(1)))) { target.open = true; target.scrollIntoView(); }
  }
  var wait;
  $('form').addEventListener('input', function () { clearTimeout(wait); wait = setTimeout(filter, 80); });
  $('form').addEventListener('submit', function (e) { e.preventDefault(); filter(); });
  $('form').addEventListener('reset', function () { setTimeout(filter, 0); });
  $('more').addEventListener('click', function () { shown += PAGE; render(); });
  addEventListener('hashchange', follow);
  addEventListener('beforeprint', function () { document.querySelectorAll('#list details').forEach(function (d) { d.open = true; if (d.childNodes.length === 1) { d.append(body(hits[[].indexOf.call($('list').children, d)])); } }); });
  var data = $('data').textContent;
  if ($('data').dataset.packed === 'false') {
    read(data);
  } else if ('DecompressionStream' in window) {
    var bytes = Uint8Array.from(atob(data.replace(/\s/g, '')), function (c) { return c.charCodeAt(0); });
    new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).text().then(read);
  }
})();
